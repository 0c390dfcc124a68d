package io.semisup4j.data.augment;

/** Pillow's blend of two grey levels, on which its brightness, contrast and saturation rest. */
final class Blend {
    private Blend() {}

    /** {@code from + factor * (to - from)} in float32, truncated, clamped to 0..255. */
    static int of(int from, int to, float factor) {
        float value = from + factor * (to - from);
        return value <= 0 ? 0 : value >= 255 ? 255 : (int) value;
    }

    /** Fills {@code table[level] = of(from, level, factor)}. */
    static void fill(byte[] table, int from, float factor) {
        for (int level = 0; level < 256; level++) {
            table[level] = (byte) of(from, level, factor);
        }
    }
}
