package io.semisup4j.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.semisup4j.data.image.Image;
import java.util.Arrays;
import java.util.Random;

/** Pictures for tests, and what operations make of them. */
final class Pictures {
    /** Of every randomised test here; {@code -Dtest.seed=N} repeats or varies it. */
    static final long SEED = Long.getLong("test.seed", 4611L);

    private Pictures() {}

    static Image after(Image source, PixelOperation operation) {
        Canvas canvas = new Canvas();
        canvas.load(source);
        operation.apply(canvas);
        return canvas.toImage();
    }

    /** Fails with the place of the first difference. */
    static void assertSame(Image actual, Image expected) {
        assertThat(actual).hasToString(expected.toString());
        for (int y = 0; y < expected.height(); y++) {
            for (int x = 0; x < expected.width(); x++) {
                for (int c = 0; c < 3; c++) {
                    if (actual.at(y, x, c) != expected.at(y, x, c)) {
                        fail(
                                "seed %d: row %d, column %d, channel %d is %d instead of %d",
                                SEED, y, x, c, actual.at(y, x, c), expected.at(y, x, c));
                    }
                }
            }
        }
    }

    static Image noise(Random random, int height, int width) {
        byte[] pixels = new byte[height * width * 3];
        random.nextBytes(pixels);
        return new Image(height, width, 3, pixels);
    }

    /** 1 x n pixels of the given red, green, blue, red, ... */
    static Image row(int... levels) {
        byte[] pixels = new byte[levels.length];
        for (int i = 0; i < levels.length; i++) {
            pixels[i] = (byte) levels[i];
        }
        return new Image(1, levels.length / 3, 3, pixels);
    }

    static Image constant(int height, int width, int level) {
        byte[] pixels = new byte[height * width * 3];
        Arrays.fill(pixels, (byte) level);
        return new Image(height, width, 3, pixels);
    }
}
