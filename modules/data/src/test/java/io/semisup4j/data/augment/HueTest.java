package io.semisup4j.data.augment;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.semisup4j.data.image.Image;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HueTest {
    @Test
    void equals_the_definition_for_random_colours_and_shifts() {
        Random random = new Random(Pictures.SEED);
        for (int i = 0; i < 20; i++) {
            Image source = Pictures.noise(random, 40, 50);
            double shift = random.nextDouble() - 0.5;
            byte[] expected = source.pixels().clone();
            for (int at = 0; at < expected.length; at += 3) {
                turn(expected, at, (int) (255 * shift));
            }
            Pictures.assertSame(Pictures.after(source, new Hue(shift)), new Image(40, 50, 3, expected));
        }
    }

    @Test
    void turns_red_by_a_third_to_green_and_back_to_blue() {
        // A hue of 0..255 means a full circle, but shifts wrap at 256: back to blue takes 86 steps, not 85.
        Pictures.assertSame(Pictures.after(Pictures.row(255, 0, 0), new Hue(85.5 / 255)), Pictures.row(0, 255, 0));
        Pictures.assertSame(Pictures.after(Pictures.row(255, 0, 0), new Hue(-86.5 / 255)), Pictures.row(0, 0, 255));
    }

    @Test
    void leaves_greys_alone() {
        Image greys = Pictures.row(0, 0, 0, 77, 77, 77, 255, 255, 255);
        Pictures.assertSame(Pictures.after(greys, new Hue(0.3)), greys);
    }

    @Test
    void refuses_more_than_half_a_turn() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Hue(0.6)).withMessageContaining("0.6");
    }

    /** The textbook way to HSV and back, with float32 where the original rounds to it. */
    private static void turn(byte[] rgb, int at, int by) {
        int r = rgb[at] & 255;
        int g = rgb[at + 1] & 255;
        int b = rgb[at + 2] & 255;
        int max = Math.max(r, Math.max(g, b));
        float d = max - Math.min(r, Math.min(g, b));
        int s = d == 0 ? 0 : (int) (255.0 * (d / max));
        if (s == 0) {
            rgb[at] = rgb[at + 1] = rgb[at + 2] = (byte) max;
            return;
        }
        float rc = (max - r) / d;
        float gc = (max - g) / d;
        float bc = (max - b) / d;
        float h = r == max ? bc - gc : g == max ? (float) (2.0 + rc - bc) : (float) (4.0 + gc - rc);
        int hue = ((int) (255.0 * (float) ((h / 6.0 + 1.0) % 1.0)) + by) & 255;
        int i = (int) Math.floor(hue * 6.0 / 255);
        float f = (float) (hue * 6.0 / 255 - i);
        float fs = (float) (s / 255.0);
        byte v = (byte) max;
        byte p = (byte) Math.round(max * (1.0 - fs));
        byte q = (byte) Math.round(max * (1.0 - fs * f));
        byte t = (byte) Math.round(max * (1.0 - fs * (1.0 - f)));
        byte[][] sectors = {{v, t, p}, {q, v, p}, {p, v, t}, {p, q, v}, {t, p, v}, {v, p, q}};
        System.arraycopy(sectors[i % 6], 0, rgb, at, 3);
    }
}
