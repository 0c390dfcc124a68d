package io.semisup4j.evaluation.inspect;

import org.nd4j.linalg.api.ndarray.INDArray;

/** How often each class is taken for which. */
public final class ConfusionMatrix {
    private ConfusionMatrix() {}

    /**
     * Counts.
     *
     * @param scores N x C, larger is better; ties are won by the lower class
     * @param labels N true classes, 0 to C-1
     * @return C x C, a row for each true class, a column for each predicted one
     */
    public static int[][] of(INDArray scores, int[] labels) {
        double[][] rows = scores.toDoubleMatrix();
        if (rows.length != labels.length || rows.length == 0) {
            throw new IllegalArgumentException("a confusion matrix needs one label a row and at least one row, not "
                    + labels.length + " for " + rows.length);
        }
        int classes = rows[0].length;
        int[][] counts = new int[classes][classes];
        for (int i = 0; i < rows.length; i++) {
            counts[labels[i]][largest(rows[i])]++;
        }
        return counts;
    }

    private static int largest(double[] row) {
        int best = 0;
        for (int c = 1; c < row.length; c++) {
            best = row[c] > row[best] ? c : best;
        }
        return best;
    }
}
