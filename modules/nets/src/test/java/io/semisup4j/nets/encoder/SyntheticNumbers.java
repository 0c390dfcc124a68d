package io.semisup4j.nets.encoder;

import io.semisup4j.nets.state.Declaration;
import io.semisup4j.nets.state.NetLayout;
import io.semisup4j.weights.StateDict;
import io.semisup4j.weights.TensorData;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Weights, images and cotangents by a formula, so that golden files of full-size networks stay small. */
record SyntheticNumbers(long seed) {
    private static final long IMAGES = 1_000_000;

    /** Number i of a sequence k, in [-1, 1). */
    private static double number(long k, long i) {
        long z = (k + 1) * 0x9E3779B97F4A7C15L + i * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        z ^= z >>> 31;
        return (z >>> 40) * 0x1p-24 * 2 - 1;
    }

    /** All entries of the official state dictionary; counters are 0. */
    StateDict weights(NetLayout layout) {
        Map<String, TensorData> tensors = new LinkedHashMap<>();
        List<Declaration> entries = layout.declarations();
        for (int e = 0; e < entries.size(); e++) {
            Declaration entry = entries.get(e);
            if (entry.kind() == Declaration.Kind.COUNTER) {
                tensors.put(entry.name(), TensorData.ofLongs(new long[] {0}));
                continue;
            }
            long[] shape = entry.officialShape();
            double scale = scale(entry.name(), shape);
            double centre = centre(entry.name(), shape);
            float[] values = new float[(int) entry.length()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (centre + scale * number(e + 1000 * seed, i));
            }
            tensors.put(entry.name(), TensorData.ofFloats(values, shape));
        }
        return StateDict.of(tensors);
    }

    private static double scale(String name, long[] shape) {
        if (shape.length == 4) {
            return Math.sqrt(6.0 / (shape[1] * shape[2] * shape[3]));
        }
        if (shape.length == 2) {
            return Math.sqrt(3.0 / shape[1]);
        }
        return name.endsWith("running_var") ? 0.5 : name.endsWith("weight") ? 0.2 : 0.1;
    }

    private static double centre(String name, long[] shape) {
        return shape.length == 1 && (name.endsWith("weight") || name.endsWith("running_var")) ? 1 : 0;
    }

    /** Images of view v. */
    TensorData view(int v, long... shape) {
        double[] numbers = numbers(v, shape);
        float[] values = new float[numbers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (1.5 * numbers[i]);
        }
        return TensorData.ofFloats(values, shape);
    }

    /** Weights of the outputs in the loss. */
    TensorData cotangent(int v, long... shape) {
        return TensorData.ofDoubles(numbers(v, shape), shape);
    }

    private double[] numbers(int v, long... shape) {
        double[] values = new double[(int) Arrays.stream(shape).reduce(1, Math::multiplyExact)];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(IMAGES + 1000 * seed + v, i);
        }
        return values;
    }
}
