package io.semisup4j.data.dataset;

import java.util.Arrays;

/** Sorts positions by class. */
public final class ClassPositions {
    private ClassPositions() {}

    /**
     * Where each class occurs.
     *
     * @param labels the class of each position
     * @return for each class 0 .. classes-1 the positions that have it, ascending
     * @throws DataException if a label is not a class
     */
    public static int[][] of(int[] labels, int classes) {
        int[] counts = new int[classes];
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new DataException("position " + i + " has the label " + labels[i] + "; with " + classes
                        + " classes a label lies in 0.." + (classes - 1)
                        + ". Check the labels or the number of classes.");
            }
            counts[labels[i]]++;
        }
        int[][] positions = new int[classes][];
        Arrays.setAll(positions, t -> new int[counts[t]]);
        int[] next = new int[classes];
        for (int i = 0; i < labels.length; i++) {
            positions[labels[i]][next[labels[i]]++] = i;
        }
        return positions;
    }
}
