package io.semisup4j.data.augment;

/** How much a source pixel counts for a resampled one, by their distance. */
public enum ResampleFilter {
    /** A triangle: {@code 1 - |x|} within one pixel. */
    BILINEAR(1) {
        @Override
        double weight(double distance) {
            return Math.max(0, 1 - Math.abs(distance));
        }
    },

    /** Keys' cubic with a = -0.5, within two pixels; has negative weights. */
    BICUBIC(2) {
        @Override
        double weight(double distance) {
            double x = Math.abs(distance);
            if (x < 1) {
                return ((CUBIC_A + 2) * x - (CUBIC_A + 3)) * x * x + 1;
            }
            return x < 2 ? (((x - 5) * x + 8) * x - 4) * CUBIC_A : 0;
        }
    };

    private static final double CUBIC_A = -0.5;

    private final double support;

    ResampleFilter(double support) {
        this.support = support;
    }

    /** Half the width of the filter, in pixels. */
    double support() {
        return support;
    }

    abstract double weight(double distance);
}
