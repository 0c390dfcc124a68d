package io.semisup4j.training.ema;

import org.nd4j.linalg.api.blas.Level1;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The moving average of a flat vector: {@code average = keep*average + (1 - keep)*current}. */
public final class ExponentialMovingAverage {
    private ExponentialMovingAverage() {}

    /**
     * Moves the average towards the current values, in place and without allocation.
     *
     * @param average flat vector; changed
     * @param current flat vector of the same layout and data type
     * @param keep share of the old average, 0 to 1 (the "momentum" of a teacher)
     */
    public static void update(INDArray average, INDArray current, double keep) {
        if (!(keep >= 0 && keep <= 1)) {
            throw new IllegalArgumentException("a moving average cannot keep the share " + keep
                    + " of its old value; give a number from 0 to 1, for a teacher typically 0.99 or more");
        }
        if (average.length() != current.length() || average.dataType() != current.dataType()) {
            throw new IllegalArgumentException("the average holds " + average.length() + " " + average.dataType()
                    + ", but the current vector " + current.length() + " " + current.dataType());
        }
        Level1 blas = Nd4j.getBlasWrapper().level1();
        blas.scal(average.length(), keep, average);
        blas.axpy(average.length(), 1 - keep, current, average);
    }
}
