package io.semisup4j.data.pipeline;

import io.semisup4j.data.dataset.InMemoryImages;
import io.semisup4j.data.dataset.LabeledImages;
import io.semisup4j.data.image.Image;
import io.semisup4j.data.image.ViewTransform;
import io.semisup4j.data.random.Draws;
import java.util.ArrayList;
import java.util.List;

/** A small set, a transform whose output depends on picture and draws, and a source with two parts of two sizes. */
final class NoiseViews {
    static final int PICTURES = 23;

    private NoiseViews() {}

    static LabeledImages images() {
        InMemoryImages.Builder builder = new InMemoryImages.Builder(List.of("a", "b"));
        for (int i = 0; i < PICTURES; i++) {
            byte[] pixels = new byte[6 * 5 * 3];
            for (int j = 0; j < pixels.length; j++) {
                pixels[j] = (byte) (i * 31 + j * 7);
            }
            builder.add(new Image(6, 5, 3, pixels), i % 2);
        }
        return builder.build();
    }

    /** A random pixel of the picture plus noise, everywhere. */
    record Noise(int height, int width) implements ViewTransform {
        @Override
        public void apply(Image source, Draws draws, float[] target, int offset) {
            for (int i = 0; i < length(); i++) {
                int value = source.pixels()[draws.nextInt(source.pixels().length)] & 0xFF;
                target[offset + i] = (float) (value + draws.nextDouble());
            }
        }
    }

    /** Seven pictures a step, two large views and one small view each; the size of the batch changes every fifth step. */
    static BatchSource source(LabeledImages images, ViewTransform large, ViewTransform small) {
        return step -> {
            List<ViewJob> larges = new ArrayList<>();
            List<ViewJob> smalls = new ArrayList<>();
            int rows = step % 5 == 4 ? 3 : 7;
            for (int view = 0; view < 2; view++) {
                for (int i = 0; i < rows; i++) {
                    larges.add(new ViewJob(images, (int) ((step * 7 + i) % PICTURES), large, step / 3, view));
                }
            }
            for (int i = 0; i < rows; i++) {
                smalls.add(new ViewJob(images, (int) ((step * 7 + i) % PICTURES), small, step / 3, 2));
            }
            return BatchPlan.of(larges, smalls);
        };
    }

    static BatchSource source() {
        return source(images(), new Noise(4, 3), new Noise(2, 2));
    }
}
