package io.semisup4j.paws.smoke;

import io.semisup4j.data.random.Draws;
import io.semisup4j.paws.pretrain.BatchShape;
import io.semisup4j.paws.pretrain.StepViews;

/**
 * Waves of a class with fresh noise in every view: 1.5 sin(y k / (3 + c) + ch) cos(x k / (2 + c / 2) + 2 ch) + 0.6 N(0, 1)
 * for class c, channel ch, pixel (y, x), size n and k = 32 / n.
 *
 * @param shape rows of a step
 * @param largeSize side of large views
 * @param smallSize side of small crops
 * @param seed of noise and classes
 */
public record Patterns(BatchShape shape, int largeSize, int smallSize, long seed) implements StepViews.Source {
    private static final int CHANNELS = 3;
    private static final long CLASSES = -1;

    /** Other noise and classes. */
    public Patterns withSeed(long other) {
        return new Patterns(shape, largeSize, smallSize, other);
    }

    /** Unlabelled images have the classes drawn for the step; supports come class by class in turn. */
    @Override
    public StepViews at(long step) {
        int[] classes = imageClasses(step);
        int[] large = new int[shape.largeRows()];
        for (int row = 0; row < large.length; row++) {
            large[row] = row < shape.supports()
                    ? row % shape.supportClasses()
                    : classes[(row - shape.supports()) % shape.images()];
        }
        int[] small = new int[shape.smallRows()];
        for (int row = 0; row < small.length; row++) {
            small[row] = classes[row % shape.images()];
        }
        return new StepViews(views(step, 0, large, largeSize), views(step, 1, small, smallSize), 0);
    }

    /** Patterns of given classes, [rows, size, size, 3]; {@code step} and {@code part} key the noise. */
    public float[] views(long step, long part, int[] classes, int size) {
        int length = size * size * CHANNELS;
        float[] views = new float[classes.length * length];
        for (int row = 0; row < classes.length; row++) {
            Draws draws = Draws.of(seed, step, row, part);
            pattern(classes[row], size, draws, views, row * length);
        }
        return views;
    }

    private int[] imageClasses(long step) {
        Draws draws = Draws.of(seed, step, CLASSES, 0);
        int[] classes = new int[shape.images()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = draws.nextInt(shape.supportClasses());
        }
        return classes;
    }

    private static void pattern(int c, int size, Draws draws, float[] target, int offset) {
        double k = 32.0 / size;
        int at = offset;
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                for (int ch = 0; ch < CHANNELS; ch++) {
                    double wave = Math.sin(y * k / (3 + c) + ch) * Math.cos(x * k / (2 + c / 2.0) + 2 * ch);
                    target[at++] = (float) (1.5 * wave + 0.6 * draws.gaussian());
                }
            }
        }
    }
}
