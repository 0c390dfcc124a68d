package io.semisup4j.data.augment;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.data.image.Image;
import io.semisup4j.data.random.Draws;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.bytedeco.javacv.Frame;
import org.datavec.image.data.ImageWritable;
import org.junit.jupiter.api.Test;

class DataVecTransformTest {
    @Test
    void does_to_a_bgr_frame_what_the_augmentations_do_to_the_rgb_picture() {
        Image picture = Pictures.noise(new Random(Pictures.SEED), 19, 23);
        List<Augmentation> steps = PawsViews.cifarLarge().withSize(17).steps();
        ImageWritable result = new DataVecTransform(steps, new Random(5)).transform(writable(picture));

        Canvas canvas = new Canvas();
        canvas.load(picture);
        Draws draws = Draws.of(new Random(5).nextLong(), 0, 0, 0);
        steps.forEach(step -> step.draw(draws, canvas.height(), canvas.width()).apply(canvas));
        assertThat(result.getHeight()).isEqualTo(17);
        Frame frame = result.getFrame();
        for (int y = 0; y < 17; y++) {
            for (int x = 0; x < 17; x++) {
                for (int c = 0; c < 3; c++) {
                    int level = ((ByteBuffer) frame.image[0]).get(y * frame.imageStride + x * 3 + 2 - c) & 255;
                    assertThat(level).isEqualTo(canvas.toImage().at(y, x, c));
                }
            }
        }
    }

    private static ImageWritable writable(Image picture) {
        Frame frame = new Frame(picture.width(), picture.height(), Frame.DEPTH_UBYTE, 3);
        ByteBuffer buffer = (ByteBuffer) frame.image[0];
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                for (int c = 0; c < 3; c++) {
                    buffer.put(y * frame.imageStride + x * 3 + 2 - c, (byte) picture.at(y, x, c));
                }
            }
        }
        return new ImageWritable(frame);
    }
}
