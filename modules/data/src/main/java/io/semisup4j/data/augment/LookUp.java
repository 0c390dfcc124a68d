package io.semisup4j.data.augment;

/** Replaces every grey level by the entry of a table. */
final class LookUp {
    private LookUp() {}

    /** All three channels through one table of 256 bytes. */
    static void apply(byte[] table, byte[] pixels, int length) {
        for (int i = 0; i < length; i++) {
            pixels[i] = table[pixels[i] & 0xFF];
        }
    }

    /** Every third byte from {@code channel} on through a table of 256 bytes. */
    static void apply(byte[] table, byte[] pixels, int length, int channel) {
        for (int i = channel; i < length; i += Canvas.CHANNELS) {
            pixels[i] = table[pixels[i] & 0xFF];
        }
    }
}
