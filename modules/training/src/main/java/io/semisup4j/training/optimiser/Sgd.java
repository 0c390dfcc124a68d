package io.semisup4j.training.optimiser;

import io.semisup4j.engine.flat.FlatLayout;
import io.semisup4j.engine.flat.HostFloats;
import io.semisup4j.engine.runtime.Backend;
import io.semisup4j.training.state.StateValues;
import io.semisup4j.training.state.StateVector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * SGD with momentum, optionally Nesterov, optionally adapted by LARS, with the learning rate inside the momentum
 * vector as in PAWS: {@code u = -lr*(g + wd*p); v = m*v + u; p += v}. When the rate changes, old contributions keep the
 * rate they came with, which differs from {@code torch.optim.SGD}.
 *
 * <p>With LARS a tensor of an adapted group takes {@code u = -lr*r*(g + wd*p)} with
 * {@code r = trust*|p| / (|g| + wd*|p| + eps)}; where a norm is zero it takes {@code u = -lr*g}, without decay.
 */
public final class Sgd implements Optimiser {
    private final SgdSettings settings;
    private final FlatLayout layout;
    private final List<Segment> segments;
    // The published first step sets v = u. A momentum of zeros gives the same, at the first step as after a resume.
    private final INDArray momentum;
    private long steps;

    private INDArray boundParameters;
    private INDArray boundGradients;
    private List<BoundSegment> bound = List.of();
    private VectorUpdate update;

    /**
     * A new optimiser with momentum zero.
     *
     * @throws IllegalArgumentException if a parameter belongs to no group or to several
     */
    public Sgd(SgdSettings settings, FlatLayout layout, DataType type) {
        this.settings = settings;
        this.layout = layout;
        this.segments = Segment.of(layout, settings.groups(), settings.lars().isPresent());
        this.momentum = layout.zeros(type);
    }

    @Override
    public AdaptedRates apply(INDArray parameters, INDArray gradients, double learningRate) {
        bind(parameters, gradients);
        AdaptedRates rates = AdaptedRates.NONE;
        List<Update> updates = new ArrayList<>(bound.size());
        for (BoundSegment each : bound) {
            double decay = each.segment().weightDecay();
            double factor = 1;
            if (each.segment().adapted()) {
                double parameterNorm = each.parameterNorm();
                double gradientNorm = each.gradientNorm();
                if (parameterNorm != 0 && gradientNorm != 0) {
                    factor = settings.lars().orElseThrow().rate(parameterNorm, gradientNorm, decay);
                    rates = rates.and(factor);
                } else {
                    decay = 0;
                }
            }
            double rate = learningRate * factor;
            updates.add(new Update(settings.momentum(), settings.nesterov(), rate, rate * decay));
        }
        update.apply(updates);
        steps++;
        return rates;
    }

    /** Goes on as if so many steps had been done, with the momentum that the vector holds now. */
    public void continueAfter(long stepsDone) {
        steps = stepsDone;
    }

    /** Its settings. */
    public SgdSettings settings() {
        return settings;
    }

    @Override
    public long steps() {
        return steps;
    }

    /** The momentum vector; it contains the learning rates and points downhill. */
    public INDArray momentum() {
        return momentum;
    }

    @Override
    public List<StateVector> vectors() {
        return List.of(new StateVector("momentum", layout, momentum));
    }

    @Override
    public StateValues values() {
        return StateValues.empty().with("steps", steps);
    }

    @Override
    public void restore(StateValues values) {
        steps = values.longValue("steps");
    }

    /** Views are made once for each pair of vectors, so that a step allocates no array. */
    private void bind(INDArray parameters, INDArray gradients) {
        if (parameters == boundParameters && gradients == boundGradients) {
            return;
        }
        check("parameter", parameters);
        check("gradient", gradients);
        bound = segments.stream()
                .map(s -> new BoundSegment(s, parameters, gradients))
                .toList();
        update = update(parameters, gradients);
        boundParameters = parameters;
        boundGradients = gradients;
    }

    private VectorUpdate update(INDArray parameters, INDArray gradients) {
        Optional<FloatIndexer> p = HostFloats.of(parameters);
        Optional<FloatIndexer> g = HostFloats.of(gradients);
        Optional<FloatIndexer> v = HostFloats.of(momentum);
        return p.isPresent() && g.isPresent() && v.isPresent()
                ? new FloatUpdate(
                        segments, p.get(), g.get(), v.get(), Backend.loaded().threads())
                : new BlasUpdate(segments, parameters, gradients, momentum);
    }

    private void check(String what, INDArray vector) {
        if (vector.dataType() != momentum.dataType() || vector.length() != momentum.length()) {
            throw new IllegalArgumentException("the " + what + " vector holds " + vector.length() + " "
                    + vector.dataType() + ", but the optimiser was made for " + momentum.length() + " "
                    + momentum.dataType());
        }
    }
}
