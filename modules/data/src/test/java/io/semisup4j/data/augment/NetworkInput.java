package io.semisup4j.data.augment;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.data.image.Image;
import io.semisup4j.data.image.ViewTransform;
import io.semisup4j.data.random.Draws;

/** A normalised view, height x width x 3, to be compared with the original's 3 x height x width. */
record NetworkInput(int height, int width, float[] values) {
    static NetworkInput of(Canvas canvas, Normalisation normalisation) {
        float[] values = new float[canvas.length()];
        normalisation.write(canvas, values, 0);
        return new NetworkInput(canvas.height(), canvas.width(), values);
    }

    static NetworkInput of(ViewTransform view, Image source, Draws draws) {
        float[] values = new float[view.length()];
        view.apply(source, draws, values, 0);
        return new NetworkInput(view.height(), view.width(), values);
    }

    double sum() {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    /** Every {@code every}-th row and column equals the expected planes within 1e-6 of their largest magnitude. */
    void assertClose(float[] expected, long[] shape, int every) {
        assertThat(shape).containsExactly(3, (height + every - 1) / every, (width + every - 1) / every);
        float largest = 0;
        float difference = 0;
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < shape[1]; y++) {
                for (int x = 0; x < shape[2]; x++) {
                    float truth = expected[(int) ((c * shape[1] + y) * shape[2] + x)];
                    float ours = values[(y * every * width + x * every) * 3 + c];
                    largest = Math.max(largest, Math.abs(truth));
                    difference = Math.max(difference, Math.abs(truth - ours));
                }
            }
        }
        assertThat(difference).as("largest difference").isLessThanOrEqualTo(1e-6f * largest);
    }
}
