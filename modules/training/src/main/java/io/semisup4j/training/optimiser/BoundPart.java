package io.semisup4j.training.optimiser;

import io.semisup4j.engine.flat.Views;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.blas.Level1;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The same stretch of the parameters, gradients and momentum, short enough for a processor's second cache: an update
 * passes over it four to six times, and only the first pass reads it from memory.
 */
final class BoundPart {
    private static final long ELEMENTS = 1 << 16;

    private final long length;
    private final INDArray parameters;
    private final INDArray gradients;
    private final INDArray momentum;
    private final Level1 blas = Nd4j.getBlasWrapper().level1();

    private BoundPart(INDArray parameters, INDArray gradients, INDArray momentum, long offset, long length) {
        this.length = length;
        this.parameters = Views.of(parameters, offset, length);
        this.gradients = Views.of(gradients, offset, length);
        this.momentum = Views.of(momentum, offset, length);
    }

    /** The parts of a segment in order; the last may be shorter. */
    static List<BoundPart> of(Segment segment, INDArray parameters, INDArray gradients, INDArray momentum) {
        List<BoundPart> parts = new ArrayList<>();
        for (long done = 0; done < segment.length(); done += ELEMENTS) {
            long length = Math.min(ELEMENTS, segment.length() - done);
            parts.add(new BoundPart(parameters, gradients, momentum, segment.offset() + done, length));
        }
        return List.copyOf(parts);
    }

    /**
     * Momentum {@code v = m*v + u} with {@code u = -rate*g - decay*p}, then {@code p += v}, or {@code p += u + m*v}
     * with Nesterov.
     */
    void update(double m, boolean nesterov, double rate, double decay) {
        blas.scal(length, m, momentum);
        add(-rate, gradients, momentum);
        add(-decay, parameters, momentum);
        if (nesterov) {
            // Axpy of a vector onto itself is elementwise; scaling by (1 - decay) would round the decay away in float.
            add(-decay, parameters, parameters);
            add(-rate, gradients, parameters);
            add(m, momentum, parameters);
        } else {
            add(1, momentum, parameters);
        }
    }

    private void add(double factor, INDArray from, INDArray to) {
        if (factor != 0) {
            blas.axpy(length, factor, from, to);
        }
    }
}
