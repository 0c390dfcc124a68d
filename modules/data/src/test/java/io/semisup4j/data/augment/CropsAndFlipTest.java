package io.semisup4j.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.semisup4j.data.image.Image;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CropsAndFlipTest {
    private final Random random = new Random(Pictures.SEED);

    @Test
    void a_flip_reverses_the_pixels_of_a_row_and_keeps_their_colours() {
        Pictures.assertSame(
                Pictures.after(Pictures.row(1, 2, 3, 4, 5, 6, 7, 8, 9), new HorizontalFlip()),
                Pictures.row(7, 8, 9, 4, 5, 6, 1, 2, 3));
    }

    @Test
    void flipping_twice_changes_nothing() {
        for (int width = 1; width < 6; width++) {
            Image source = Pictures.noise(random, 3, width);
            Image flipped = Pictures.after(source, new HorizontalFlip());
            Pictures.assertSame(Pictures.after(flipped, new HorizontalFlip()), source);
        }
    }

    @Test
    void a_crop_keeps_the_pixels_of_its_box() {
        Image source = Pictures.noise(random, 6, 8);
        Image crop = Pictures.after(source, new Crop(new CropBox(1, 2, 4, 5)));
        assertThat(crop).hasToString("Image[4 x 5 x 3]");
        assertThat(crop.at(3, 4, 1)).isEqualTo(source.at(4, 6, 1));
    }

    @Test
    void a_center_crop_rounds_half_offsets_to_even() {
        Image source = Pictures.noise(random, 9, 11);
        // (9 - 8) / 2 = 0.5 -> 0 and (11 - 8) / 2 = 1.5 -> 2
        Pictures.assertSame(
                Pictures.after(source, new CenterCrop(8, 8)),
                Pictures.after(source, new Crop(new CropBox(0, 2, 8, 8))));
    }

    @Test
    void a_center_crop_refuses_a_smaller_picture_and_says_what_to_do() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pictures.after(Pictures.noise(random, 30, 40), new CenterCrop(32, 32)))
                .withMessageContaining("32 x 32")
                .withMessageContaining("30 x 40")
                .withMessageContaining("resize");
    }

    @Test
    void resizing_the_shorter_side_truncates_the_longer() {
        PixelOperation resize = new ResizeShorterSide(10, ResampleFilter.BILINEAR);
        assertThat(Pictures.after(Pictures.noise(random, 30, 41), resize)).hasToString("Image[10 x 13 x 3]");
        assertThat(Pictures.after(Pictures.noise(random, 41, 6), resize)).hasToString("Image[68 x 10 x 3]");
    }
}
