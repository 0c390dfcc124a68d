package io.semisup4j.training.optimiser;

import io.semisup4j.engine.flat.Views;
import java.util.List;
import org.nd4j.linalg.api.blas.Level1;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** In three to six passes of BLAS level 1 over a segment, for every type and on every device. */
final class BlasUpdate implements VectorUpdate {
    private final List<Bound> segments;

    BlasUpdate(List<Segment> segments, INDArray parameters, INDArray gradients, INDArray momentum) {
        this.segments = segments.stream()
                .map(s -> new Bound(
                        s.length(),
                        Views.of(parameters, s.offset(), s.length()),
                        Views.of(gradients, s.offset(), s.length()),
                        Views.of(momentum, s.offset(), s.length()),
                        Nd4j.getBlasWrapper().level1()))
                .toList();
    }

    @Override
    public void apply(List<Update> updates) {
        for (int i = 0; i < segments.size(); i++) {
            segments.get(i).apply(updates.get(i));
        }
    }

    private record Bound(long length, INDArray parameters, INDArray gradients, INDArray momentum, Level1 blas) {
        void apply(Update update) {
            double m = update.momentum();
            blas.scal(length, m, momentum);
            add(-update.rate(), gradients, momentum);
            add(-update.decay(), parameters, momentum);
            if (update.nesterov()) {
                // Axpy of a vector onto itself is elementwise; scaling by (1 - decay) would round the decay away in
                // float.
                add(-update.decay(), parameters, parameters);
                add(-update.rate(), gradients, parameters);
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
}
