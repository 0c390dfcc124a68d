package io.semisup4j.experiments.bench.steps;

import io.semisup4j.training.optimiser.AdaptedRates;
import io.semisup4j.training.optimiser.Optimiser;
import io.semisup4j.training.state.StateValues;
import io.semisup4j.training.state.StateVector;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An optimiser with a stopwatch, which takes two looks at the clock a step. */
public final class TimedOptimiser implements Optimiser {
    private final Optimiser optimiser;
    private long nanoseconds;

    TimedOptimiser(Optimiser optimiser) {
        this.optimiser = optimiser;
    }

    /** What all its steps took so far. */
    public double seconds() {
        return nanoseconds / 1e9;
    }

    @Override
    public AdaptedRates apply(INDArray parameters, INDArray gradients, double learningRate) {
        long begin = System.nanoTime();
        AdaptedRates rates = optimiser.apply(parameters, gradients, learningRate);
        nanoseconds += System.nanoTime() - begin;
        return rates;
    }

    @Override
    public long steps() {
        return optimiser.steps();
    }

    @Override
    public List<StateVector> vectors() {
        return optimiser.vectors();
    }

    @Override
    public StateValues values() {
        return optimiser.values();
    }

    @Override
    public void restore(StateValues values) {
        optimiser.restore(values);
    }
}
