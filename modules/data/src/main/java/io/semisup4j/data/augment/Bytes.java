package io.semisup4j.data.augment;

/** Grey levels between bytes, as pictures hold them, and integers, which arithmetic is fastest on. */
final class Bytes {
    private Bytes() {}

    /** {@code to[0 .. length)} from unsigned bytes. */
    static void widen(byte[] levels, int from, int[] to, int length) {
        for (int i = 0; i < length; i++) {
            to[i] = levels[from + i] & 0xFF;
        }
    }

    /** Bytes from {@code levels[0 .. length)}, each 0..255. */
    static void narrow(int[] levels, byte[] to, int offset, int length) {
        for (int i = 0; i < length; i++) {
            to[offset + i] = (byte) levels[i];
        }
    }
}
