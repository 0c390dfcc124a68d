package io.semisup4j.paws.devices;

import io.semisup4j.paws.pretrain.BatchShape;
import io.semisup4j.paws.pretrain.StepViews;
import java.util.SplittableRandom;

/**
 * Noise in place of views: those of each device, and those of all as one device would see them.
 *
 * @param share what one device sees
 * @param largeSize side of the large views
 * @param smallSize side of the small crops
 */
record NoiseViews(BatchShape share, int largeSize, int smallSize) {

    /** What one device sees that has the views of all. */
    BatchShape jointShape(int devices) {
        return new BatchShape(
                devices * share.images(),
                share.smallCrops(),
                share.supportClasses(),
                devices * share.supportImages(),
                share.supportViews());
    }

    private static int length(int size) {
        return size * size * 3;
    }

    StepViews of(long step, int rank) {
        return new StepViews(
                noise(step, rank, 0, share.largeRows() * length(largeSize)),
                noise(step, rank, 1, share.smallRows() * length(smallSize)),
                0);
    }

    /** Supports of device 0, of device 1, ...; view 1 of all, view 2 of all; every small crop of all. */
    StepViews joint(long step, int devices) {
        int large = length(largeSize);
        int small = length(smallSize);
        int images = share.images();
        float[] allLarge = new float[devices * share.largeRows() * large];
        float[] allSmall = new float[devices * share.smallRows() * small];
        for (int r = 0; r < devices; r++) {
            StepViews own = of(step, r);
            int supports = share.supports();
            System.arraycopy(own.large(), 0, allLarge, r * supports * large, supports * large);
            for (int view = 0; view < 2; view++) {
                int from = (supports + view * images) * large;
                int to = (devices * supports + (view * devices + r) * images) * large;
                System.arraycopy(own.large(), from, allLarge, to, images * large);
            }
            for (int crop = 0; crop < share.smallCrops(); crop++) {
                System.arraycopy(
                        own.small(),
                        crop * images * small,
                        allSmall,
                        (crop * devices + r) * images * small,
                        images * small);
            }
        }
        return new StepViews(allLarge, allSmall, 0);
    }

    private static float[] noise(long step, int rank, int part, int length) {
        SplittableRandom random = new SplittableRandom(1_000 * step + 10L * rank + part);
        float[] noise = new float[length];
        for (int i = 0; i < length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        return noise;
    }
}
