package io.semisup4j.nets.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

/** Comparison relative to the largest magnitude of the expected array. */
final class Closeness {
    private Closeness() {}

    static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }

    static void assertClose(String name, double[] actual, double[] expected, double tolerance) {
        assertClose(name, actual, expected, tolerance, largest(expected));
    }

    static void assertClose(String name, double[] actual, double[] expected, double tolerance, double scale) {
        assertThat(actual).as(name).hasSameSizeAs(expected);
        double worst = 0;
        for (int i = 0; i < expected.length; i++) {
            double error = Math.abs(actual[i] - expected[i]);
            worst = Double.isNaN(error) ? Double.POSITIVE_INFINITY : Math.max(worst, error);
        }
        assertThat(worst / scale)
                .as("%s: largest error relative to %s", name, scale)
                .isLessThanOrEqualTo(tolerance);
    }
}
