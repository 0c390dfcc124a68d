package io.semisup4j.training.optimiser;

import io.semisup4j.engine.flat.Views;
import org.nd4j.linalg.api.blas.Level1;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One segment as views of the parameter and gradient vectors. */
final class BoundSegment {
    private final Segment segment;
    private final INDArray parameters;
    private final INDArray gradients;
    private final Level1 blas = Nd4j.getBlasWrapper().level1();

    BoundSegment(Segment segment, INDArray parameters, INDArray gradients) {
        this.segment = segment;
        this.parameters = Views.of(parameters, segment.offset(), segment.length());
        this.gradients = Views.of(gradients, segment.offset(), segment.length());
    }

    Segment segment() {
        return segment;
    }

    /** BLAS sums squares in higher precision than its elements have. */
    double parameterNorm() {
        return blas.nrm2(parameters);
    }

    /** As {@link #parameterNorm()}. */
    double gradientNorm() {
        return blas.nrm2(gradients);
    }
}
