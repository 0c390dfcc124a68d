package io.semisup4j.evaluation.inspect;

import java.util.Arrays;

/**
 * Rows projected on the two directions in which they vary most, found by power iteration.
 *
 * @param coordinates N x 2, around the mean of the rows
 * @param explained share of the variance that the two directions hold, 0 to 1
 */
public record PrincipalComponents(double[][] coordinates, double explained) {
    private static final int ITERATIONS = 200;
    private static final double CONVERGED = 1e-10;

    /**
     * Projects. Signs are settled so that the largest entry of a direction is positive; the same rows always give the
     * same picture.
     *
     * @param rows N x D, at least one
     */
    public static PrincipalComponents of(double[][] rows) {
        double[][] centred = centred(rows);
        double total = Arrays.stream(centred).mapToDouble(row -> dot(row, row)).sum();
        double[] first = direction(centred, null);
        double[] second = direction(centred, first);
        double[][] coordinates = new double[rows.length][];
        double held = 0;
        for (int i = 0; i < rows.length; i++) {
            coordinates[i] = new double[] {dot(centred[i], first), dot(centred[i], second)};
            held += dot(coordinates[i], coordinates[i]);
        }
        return new PrincipalComponents(coordinates, total > 0 ? held / total : 0);
    }

    private static double[][] centred(double[][] rows) {
        double[] mean = new double[rows[0].length];
        for (double[] row : rows) {
            add(mean, row, 1.0 / rows.length);
        }
        double[][] centred = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            centred[i] = rows[i].clone();
            add(centred[i], mean, -1);
        }
        return centred;
    }

    /** The leading direction orthogonal to another one; zero where nothing varies. */
    private static double[] direction(double[][] rows, double[] orthogonal) {
        double[] now = new double[rows[0].length];
        for (int d = 0; d < now.length; d++) {
            now[d] = 1 + d % 7 * 0.1; // any start that no symmetry of the data is likely to share
        }
        for (int i = 0; i < ITERATIONS; i++) {
            double[] next = new double[now.length];
            for (double[] row : rows) {
                add(next, row, dot(row, now)); // X^T X v without the D x D matrix
            }
            if (orthogonal != null) {
                add(next, orthogonal, -dot(next, orthogonal));
            }
            double norm = Math.sqrt(dot(next, next));
            if (norm == 0) {
                return next;
            }
            double change = 0;
            for (int d = 0; d < next.length; d++) {
                next[d] /= norm;
                change = Math.max(change, Math.abs(next[d] - now[d]));
            }
            now = next;
            if (change < CONVERGED) {
                break;
            }
        }
        return signed(now);
    }

    private static double[] signed(double[] direction) {
        double largest = 0;
        for (double value : direction) {
            largest = Math.abs(value) > Math.abs(largest) ? value : largest;
        }
        double sign = largest < 0 ? -1 : 1;
        return Arrays.stream(direction).map(value -> sign * value).toArray();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] to, double[] row, double factor) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * row[i];
        }
    }
}
