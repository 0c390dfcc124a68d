package io.semisup4j.data.image;

import io.semisup4j.data.random.Draws;

/**
 * Makes one view of a picture: augments it, normalises it and writes it as network input. Implementations keep no state
 * between calls, so that many threads may share one; all randomness comes from the draws that they are given.
 */
public interface ViewTransform {
    /** Values a pixel of a view: red, green and blue. */
    int CHANNELS = 3;

    /** Rows of every view. */
    int height();

    /** Columns of every view. */
    int width();

    /**
     * Writes the view to {@code target[offset .. offset + length())} as {@code height x width x 3}, normalised, and
     * writes every one of these values.
     *
     * @param source the picture; it is only read
     * @param draws the randomness of this view, used by nobody else
     */
    void apply(Image source, Draws draws, float[] target, int offset);

    /**
     * A view as a picture for people, {@code height x width x 3} unsigned bytes: normalisation undone where it is known,
     * otherwise the darkest value black and the brightest white.
     *
     * @param view what {@link #apply} has written, with its first value at {@code offset}
     */
    default byte[] picture(float[] view, int offset) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (int i = offset; i < offset + length(); i++) {
            low = Math.min(low, view[i]);
            high = Math.max(high, view[i]);
        }
        byte[] levels = new byte[length()];
        float scale = high > low ? 255 / (high - low) : 0;
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) Math.round((view[offset + i] - low) * scale);
        }
        return levels;
    }

    /** Floats of one view, {@code height * width * 3}. */
    default int length() {
        return height() * width() * CHANNELS;
    }
}
