package io.semisup4j.data.augment;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.semisup4j.data.image.Image;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Brightness, contrast, saturation and grayscale: values worked out by hand, and limits. */
class ColorOperationsTest {
    /** Luma 76, 150, 29 and 200. */
    private static final Image COLOURS = Pictures.row(255, 0, 0, 0, 255, 0, 0, 0, 255, 200, 200, 200);

    @Test
    void a_factor_of_one_changes_nothing() {
        Image source = Pictures.noise(new Random(Pictures.SEED), 11, 13);
        for (PixelOperation operation : List.of(new Brightness(1), new Contrast(1), new Saturation(1))) {
            Pictures.assertSame(Pictures.after(source, operation), source);
        }
    }

    @Test
    void brightness_scales_truncates_and_clips() {
        Pictures.assertSame(
                Pictures.after(Pictures.row(0, 1, 101, 200, 255, 128), new Brightness(1.5)),
                Pictures.row(0, 1, 151, 255, 255, 192));
        Pictures.assertSame(Pictures.after(COLOURS, new Brightness(0)), Pictures.constant(1, 4, 0));
    }

    @Test
    void contrast_pulls_towards_the_rounded_mean_of_the_luma() {
        // (76 + 150 + 29 + 200) / 4 = 113.75
        Pictures.assertSame(Pictures.after(COLOURS, new Contrast(0)), Pictures.constant(1, 4, 114));
        Pictures.assertSame(
                Pictures.after(COLOURS, new Contrast(0.5)),
                Pictures.row(184, 57, 57, 57, 184, 57, 57, 57, 184, 157, 157, 157));
    }

    @Test
    void saturation_pulls_each_pixel_towards_its_luma() {
        Pictures.assertSame(Pictures.after(COLOURS, new Saturation(0)), Pictures.after(COLOURS, new Grayscale()));
        Pictures.assertSame(
                Pictures.after(COLOURS, new Saturation(0.5)),
                Pictures.row(165, 38, 38, 75, 202, 75, 14, 14, 142, 200, 200, 200));
    }

    @Test
    void grayscale_puts_the_luma_into_all_channels() {
        Pictures.assertSame(
                Pictures.after(COLOURS, new Grayscale()),
                Pictures.row(76, 76, 76, 150, 150, 150, 29, 29, 29, 200, 200, 200));
    }

    @Test
    void refuse_negative_factors_by_name_and_value() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Contrast(-0.25))
                .withMessageContaining("contrast")
                .withMessageContaining("-0.25");
    }
}
