package io.semisup4j.paws.program;

import io.semisup4j.data.dataset.InMemoryImages;
import io.semisup4j.data.image.Image;
import io.semisup4j.data.split.LabelDraw;
import io.semisup4j.paws.config.ViewsConfig;
import java.util.List;
import java.util.Random;

/** Dark and light noise of 12 x 12 pixels; two of each are labelled. */
final class SmallPictures {
    private SmallPictures() {}

    static PawsData data(ViewsConfig views) {
        InMemoryImages train = images(16);
        return new PawsData(
                train,
                LabelDraw.perClass(train.labels(), 2, 2, 1),
                images(10),
                views.cifarLargeView(),
                views.cifarSmallView(),
                views.cifarLargeView(),
                views.cifarLargeView());
    }

    private static InMemoryImages images(int size) {
        InMemoryImages.Builder builder = new InMemoryImages.Builder(List.of("dark", "light"));
        Random random = new Random(7);
        for (int i = 0; i < size; i++) {
            byte[] pixels = new byte[12 * 12 * 3];
            for (int p = 0; p < pixels.length; p++) {
                pixels[p] = (byte) (random.nextInt(100) + i % 2 * 120);
            }
            builder.add(new Image(12, 12, 3, pixels), i % 2);
        }
        return builder.build();
    }
}
