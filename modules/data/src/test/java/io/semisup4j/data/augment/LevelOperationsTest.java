package io.semisup4j.data.augment;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.data.image.Image;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Solarize and equalize: tables of grey levels. */
class LevelOperationsTest {
    @Test
    void solarize_inverts_levels_from_the_threshold_on() {
        Pictures.assertSame(
                Pictures.after(Pictures.row(0, 99, 100, 101, 200, 255), new Solarize(100.25)),
                Pictures.row(0, 99, 100, 154, 55, 0));
    }

    @Test
    void solarize_at_0_is_the_negative_and_at_256_nothing() {
        Image source = Pictures.noise(new Random(Pictures.SEED), 5, 6);
        Image negative = Pictures.after(source, new Solarize(0));
        assertThat(negative.at(2, 3, 1)).isEqualTo(255 - source.at(2, 3, 1));
        Pictures.assertSame(Pictures.after(negative, new Solarize(0)), source);
        Pictures.assertSame(Pictures.after(source, new Solarize(256)), source);
    }

    @Test
    void equalize_leaves_constant_and_tiny_pictures_alone() {
        Image constant = Pictures.constant(40, 40, 93);
        Pictures.assertSame(Pictures.after(constant, new Equalize()), constant);
        Image tiny = Pictures.noise(new Random(Pictures.SEED), 10, 25); // fewer than 255 pixels: step 0
        Pictures.assertSame(Pictures.after(tiny, new Equalize()), tiny);
    }

    @Test
    void equalize_spreads_two_levels_by_hand() {
        // 1530 pixels at 100 and 510 at 101: step 1530 / 255 = 6, n starts at 3; 100 -> 3 / 6, 101 -> 1533 / 6.
        byte[] pixels = new byte[2040 * 3];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i < 1530 * 3 ? 100 : 101);
        }
        Image result = Pictures.after(new Image(2040, 1, 3, pixels), new Equalize());
        assertThat(result.at(0, 0, 0)).isZero();
        assertThat(result.at(2039, 0, 2)).isEqualTo(255);
    }

    @Test
    void equalize_makes_the_histogram_nearly_flat() {
        byte[] pixels = new byte[256 * 100 * 3];
        Random random = new Random(Pictures.SEED);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.max(0, Math.min(255, 60 + 15 * random.nextGaussian()));
        }
        Image result = Pictures.after(new Image(100, 256, 3, pixels), new Equalize());
        double mean = 0;
        for (int i = 0; i < pixels.length; i++) {
            mean += (result.pixels()[i] & 255) / (double) pixels.length;
        }
        assertThat(mean).as("seed %d", Pictures.SEED).isBetween(120.0, 135.0);
    }
}
