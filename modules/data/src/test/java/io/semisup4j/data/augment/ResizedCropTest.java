package io.semisup4j.data.augment;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.semisup4j.data.image.Image;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ResizedCropTest {
    @Test
    void equals_the_definition_for_any_sizes_and_filters() {
        Random random = new Random(Pictures.SEED);
        for (int i = 0; i < 200; i++) {
            Image source = Pictures.noise(random, 1 + random.nextInt(20), 1 + random.nextInt(20));
            CropBox box = box(random, source);
            int height = i % 5 == 0 ? box.height() : 1 + random.nextInt(25);
            int width = i % 7 == 0 ? box.width() : 1 + random.nextInt(25);
            ResampleFilter filter = ResampleFilter.values()[i % 2];
            Image expected = ReferenceResize.of(Pictures.after(source, new Crop(box)), height, width, filter);
            Pictures.assertSame(Pictures.after(source, new ResizedCrop(box, height, width, filter)), expected);
        }
    }

    @Test
    void of_the_whole_picture_at_its_own_size_changes_nothing() {
        Image source = Pictures.noise(new Random(Pictures.SEED), 7, 9);
        for (ResampleFilter filter : ResampleFilter.values()) {
            Pictures.assertSame(Pictures.after(source, new ResizedCrop(CropBox.whole(7, 9), 7, 9, filter)), source);
        }
    }

    @Test
    void keeps_a_constant_picture_constant() {
        for (ResampleFilter filter : ResampleFilter.values()) {
            PixelOperation resize = new ResizedCrop(CropBox.whole(13, 8), 31, 5, filter);
            Pictures.assertSame(Pictures.after(Pictures.constant(13, 8, 201), resize), Pictures.constant(31, 5, 201));
        }
    }

    @Test
    void refuses_a_box_beyond_the_picture_with_both_sizes() {
        PixelOperation crop = new ResizedCrop(new CropBox(2, 0, 6, 4), 3, 3, ResampleFilter.BILINEAR);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pictures.after(Pictures.constant(7, 4, 0), crop))
                .withMessageContaining("6 x 4")
                .withMessageContaining("7 x 4");
    }

    private static CropBox box(Random random, Image source) {
        int height = 1 + random.nextInt(source.height());
        int width = 1 + random.nextInt(source.width());
        int top = random.nextInt(source.height() - height + 1);
        return new CropBox(top, random.nextInt(source.width() - width + 1), height, width);
    }
}
