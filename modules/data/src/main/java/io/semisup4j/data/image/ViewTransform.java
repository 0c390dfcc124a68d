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

    /** Floats of one view, {@code height * width * 3}. */
    default int length() {
        return height() * width() * CHANNELS;
    }
}
