package io.semisup4j.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.semisup4j.data.image.Image;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GaussianBlurTest {
    @Test
    void equals_the_definition_for_any_radius_and_size() {
        Random random = new Random(Pictures.SEED);
        for (int i = 0; i < 100; i++) {
            double radius = 0.05 + random.nextDouble() * (i % 4 == 0 ? 9 : 2);
            Image source = Pictures.noise(random, 1 + random.nextInt(15), 1 + random.nextInt(15));
            Pictures.assertSame(Pictures.after(source, new GaussianBlur(radius)), reference(source, radius));
        }
    }

    @Test
    void keeps_a_constant_picture_constant() {
        for (double radius : new double[] {0, 0.1, 1, 2, 20}) {
            Image source = Pictures.constant(9, 6, 255);
            Pictures.assertSame(Pictures.after(source, new GaussianBlur(radius)), source);
        }
    }

    @Test
    void spreads_a_bright_pixel_by_its_radius() {
        Image source = Pictures.constant(41, 41, 0);
        source.pixels()[(20 * 41 + 20) * 3] = (byte) 255;
        Image blurred = Pictures.after(source, new GaussianBlur(2));
        double mass = 0;
        double square = 0;
        for (int y = 0; y < 41; y++) {
            for (int x = 0; x < 41; x++) {
                mass += blurred.at(y, x, 0);
                square += blurred.at(y, x, 0) * Math.pow(x - 20.0, 2);
            }
        }
        assertThat(Math.sqrt(square / mass)).isCloseTo(2, within(0.15));
    }

    @Test
    void refuses_a_negative_radius_by_its_value() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GaussianBlur(-0.5))
                .withMessageContaining("-0.5");
    }

    private static Image reference(Image source, double sigma) {
        Image result = source;
        for (int pass = 0; pass < 6; pass++) {
            result = box(result, (float) sigma, pass < 3);
        }
        return result;
    }

    /** One extended box blur, every output pixel from its own sum. */
    private static Image box(Image source, float sigma, boolean alongRows) {
        float variance = sigma * sigma / 3;
        float l = (float) Math.floor((Math.sqrt(12.0 * variance + 1) - 1) / 2);
        float a = (2 * l + 1) * (l * (l + 1) - 3 * variance) / (6 * (variance - (l + 1) * (l + 1)));
        float radius = l + a;
        int r = (int) radius;
        long full = (long) ((1 << 24) / (2 * radius + 1));
        long edge = ((1 << 24) - (2 * r + 1) * full) / 2;
        byte[] pixels = new byte[source.pixels().length];
        for (int i = 0; i < pixels.length; i++) {
            int y = i / 3 / source.width();
            int x = i / 3 % source.width();
            long sum = 1 << 23;
            for (int d = -r - 1; d <= r + 1; d++) {
                int ny = alongRows ? y : Math.max(0, Math.min(source.height() - 1, y + d));
                int nx = alongRows ? Math.max(0, Math.min(source.width() - 1, x + d)) : x;
                sum += (Math.abs(d) <= r ? full : edge) * source.at(ny, nx, i % 3);
            }
            pixels[i] = (byte) (sum >> 24);
        }
        return new Image(source.height(), source.width(), 3, pixels);
    }
}
