package io.semisup4j.experiments.bench.steps;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * An array that a step reads.
 *
 * @param name of the plan's input
 * @param values row-major
 * @param shape of the array
 */
public record StepInput(String name, float[] values, long[] shape) {

    /** Normal random numbers, the same for the same name and shape. */
    static StepInput normal(String name, long... shape) {
        SplittableRandom random = new SplittableRandom(name.hashCode());
        float[] values = new float[Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact))];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return new StepInput(name, values, shape);
    }

    /** One-hot rows of labels 0, 1, 2, ... and again from 0. */
    static StepInput labels(String name, int rows, int classes) {
        float[] values = new float[rows * classes];
        for (int row = 0; row < rows; row++) {
            values[row * classes + row % classes] = 1;
        }
        return new StepInput(name, values, new long[] {rows, classes});
    }
}
