package io.semisup4j.data.augment;

/** What the way from 8-bit HSV back to RGB needs of each hue and each saturation. */
final class HsvTables {
    /** Saturation 0..255 as a part of 1, in float32. */
    static final float[] PART = new float[256];
    /** One by each chroma 1..255. */
    static final double[] RECIPROCAL = new double[256];
    /** How far the middle channel of each hue lies from the highest (0) towards the lowest (1), of full saturation. */
    static final double[] MIDDLE = new double[256];
    /** The channel (0 red, 1 green, 2 blue) that is highest for each hue, and so on. */
    static final int[] HIGHEST_AT = new int[256];

    static final int[] MIDDLE_AT = new int[256];
    static final int[] LOWEST_AT = new int[256];

    /** Channels of the six sectors of the colour circle, from red to yellow, green, cyan, blue, magenta and red. */
    private static final int[][] HIGHEST_MIDDLE_LOWEST = {
        {0, 1, 2}, {1, 0, 2}, {1, 2, 0}, {2, 1, 0}, {2, 0, 1}, {0, 2, 1},
    };

    static {
        for (int level = 0; level < 256; level++) {
            PART[level] = (float) (level / 255.0);
            RECIPROCAL[level] = 1.0 / level;
            double sixths = level * 6.0 / 255.0;
            int sector = (int) sixths;
            float fraction = (float) (sixths - sector);
            MIDDLE[level] = sector % 2 == 1 ? fraction : 1.0 - fraction;
            int[] channels = HIGHEST_MIDDLE_LOWEST[sector % 6];
            HIGHEST_AT[level] = channels[0];
            MIDDLE_AT[level] = channels[1];
            LOWEST_AT[level] = channels[2];
        }
    }

    private HsvTables() {}
}
