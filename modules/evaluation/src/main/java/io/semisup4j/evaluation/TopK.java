package io.semisup4j.evaluation;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Top-1 and top-5 accuracy, as fractions of 1.
 *
 * @param top1 share of rows whose largest score is the true class
 * @param top5 share of rows whose true class is among the five largest scores
 */
public record TopK(double top1, double top5) {

    /**
     * Accuracy of scores.
     *
     * @param scores N x C, larger is better; ties are won by the lower class
     * @param labels N true classes, 0 to C-1
     */
    public static TopK of(INDArray scores, int[] labels) {
        int first = 0;
        int firstFive = 0;
        double[][] rows = scores.toDoubleMatrix();
        if (rows.length != labels.length || labels.length == 0) {
            throw new IllegalArgumentException("accuracy needs one label a row and at least one row, not "
                    + labels.length + " for " + rows.length);
        }
        for (int i = 0; i < rows.length; i++) {
            int rank = rank(rows[i], labels[i]);
            first += rank == 0 ? 1 : 0;
            firstFive += rank < 5 ? 1 : 0;
        }
        return new TopK(first / (double) labels.length, firstFive / (double) labels.length);
    }

    /** Both under stable names: {@code NAME.top1} and {@code NAME.top5}. */
    public Map<String, Double> metrics(String name) {
        return Map.of(name + ".top1", top1, name + ".top5", top5);
    }

    /** Classes that come before the true one. */
    private static int rank(double[] row, int label) {
        int before = 0;
        for (int c = 0; c < row.length; c++) {
            if (row[c] > row[label] || (row[c] == row[label] && c < label)) {
                before++;
            }
        }
        return before;
    }
}
