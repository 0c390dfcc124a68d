package io.semisup4j.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.semisup4j.data.image.Image;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CanvasTest {
    private static final List<PixelOperation> ALL = List.of(
            PixelOperation.NOTHING,
            new Crop(new CropBox(1, 1, 20, 21)),
            new ResizedCrop(new CropBox(1, 1, 20, 21), 18, 17, ResampleFilter.BICUBIC),
            new ResizeShorterSide(30, ResampleFilter.BILINEAR),
            new CenterCrop(16, 16),
            new HorizontalFlip(),
            new Brightness(1.2),
            new Contrast(0.7),
            new Saturation(1.4),
            new Hue(0.1),
            new Grayscale(),
            new GaussianBlur(1.1),
            new GaussianBlur(4),
            new Solarize(120),
            new Equalize());

    @Test
    void no_operation_writes_to_the_loaded_picture() {
        Image source = Pictures.noise(new Random(Pictures.SEED), 24, 25);
        Image copy = new Image(24, 25, 3, source.pixels().clone());
        for (PixelOperation operation : ALL) {
            Pictures.after(source, operation);
            assertThat(source).as("after %s", operation).isEqualTo(copy);
        }
    }

    @Test
    void what_was_on_it_before_does_not_matter() {
        Random random = new Random(Pictures.SEED);
        Canvas used = new Canvas();
        for (int i = 0; i < 3; i++) {
            for (PixelOperation operation : ALL) {
                Image source = Pictures.noise(random, 24 + random.nextInt(9), 24 + random.nextInt(9));
                used.load(source);
                operation.apply(used);
                Pictures.assertSame(used.toImage(), Pictures.after(source, operation));
            }
        }
    }

    @Test
    void refuses_a_picture_that_is_not_rgb() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Canvas().load(new Image(2, 2, 1, new byte[4])))
                .withMessageContaining("RGB")
                .withMessageContaining("1 channel");
    }
}
