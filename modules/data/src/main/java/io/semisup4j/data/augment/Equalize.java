package io.semisup4j.data.augment;

import java.util.Arrays;

/** Flattens the histogram of each channel, as Pillow's equalize. */
public record Equalize() implements PixelOperation {
    @Override
    public void apply(Canvas canvas) {
        byte[] pixels = canvas.writablePixels();
        byte[] table = canvas.table();
        int[] histogram = canvas.histogram();
        for (int channel = 0; channel < Canvas.CHANNELS; channel++) {
            count(pixels, canvas.length(), channel, histogram);
            if (fillTable(histogram, table)) {
                LookUp.apply(table, pixels, canvas.length(), channel);
            }
        }
    }

    private static void count(byte[] pixels, int length, int channel, int[] histogram) {
        Arrays.fill(histogram, 0, 256, 0);
        for (int i = channel; i < length; i += Canvas.CHANNELS) {
            histogram[pixels[i] & 0xFF]++;
        }
    }

    /** False if the channel stays as it is: one level only, or too few pixels below the highest level. */
    private static boolean fillTable(int[] histogram, byte[] table) {
        int total = 0;
        int highest = 0;
        for (int level = 0; level < 256; level++) {
            total += histogram[level];
            if (histogram[level] != 0) {
                highest = level;
            }
        }
        // A single level leaves nothing below it, hence step 0.
        int step = (total - histogram[highest]) / 255;
        if (step == 0) {
            return false;
        }
        int below = step / 2;
        for (int level = 0; level < 256; level++) {
            // Of a small picture (step 1) more than 255 steps can lie below a level.
            table[level] = (byte) Math.min(255, below / step);
            below += histogram[level];
        }
        return true;
    }
}
