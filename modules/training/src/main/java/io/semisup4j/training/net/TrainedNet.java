package io.semisup4j.training.net;

import io.semisup4j.nets.state.NetState;
import io.semisup4j.training.optimiser.Sgd;
import io.semisup4j.training.optimiser.SgdSettings;
import io.semisup4j.training.state.StateValues;
import io.semisup4j.training.state.StateVector;
import io.semisup4j.training.state.Stateful;
import io.semisup4j.training.stats.BatchCounters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A network whose parameters are being trained: its values, the gradients of the last step, its batch counters. */
public final class TrainedNet implements Stateful {
    /** Under which name a net is a part of a checkpoint. */
    public static final String PART = "net";
    /** Name of its vector of parameters in a checkpoint. */
    public static final String PARAMETERS = "parameters";
    /** Name of its vector of buffers in a checkpoint. */
    public static final String BUFFERS = "buffers";

    private final NetState start;
    private final INDArray gradients;
    private final BatchCounters counters;

    /** Trains these values in place. */
    public TrainedNet(NetState start) {
        this.start = start;
        this.gradients = start.layout().parameters().zeros(start.parameters().dataType());
        this.counters = new BatchCounters(start.layout().countingLayers());
        start.batches().forEach(counters::set);
    }

    /** The values of the moment; the vectors are the live ones. */
    public NetState state() {
        Map<String, Long> batches = new LinkedHashMap<>();
        start.batches().keySet().forEach(layer -> batches.put(layer, counters.count(layer)));
        return new NetState(start.layout(), start.parameters(), start.buffers(), batches);
    }

    /** Flat vector of the parameters. */
    public INDArray parameters() {
        return start.parameters();
    }

    /** Flat vector of the running statistics. */
    public INDArray buffers() {
        return start.buffers();
    }

    /** A new optimiser of all parameters, with momentum zero. */
    public Sgd optimiser(SgdSettings settings) {
        return new Sgd(settings, start.layout().parameters(), start.parameters().dataType());
    }

    /** Flat vector of the gradients, in the parameters' layout; written by every run of a {@link TrainingPlan}. */
    public INDArray gradients() {
        return gradients;
    }

    /**
     * Takes over other values, parameters and running statistics and counters; gradients stay as they are.
     *
     * @param values of the same layout and data type
     */
    public void take(NetState values) {
        start.parameters().assign(values.parameters());
        start.buffers().assign(values.buffers());
        values.batches().forEach(counters::set);
    }

    BatchCounters counters() {
        return counters;
    }

    @Override
    public List<StateVector> vectors() {
        return List.of(
                new StateVector(PARAMETERS, start.layout().parameters(), start.parameters()),
                new StateVector(BUFFERS, start.layout().buffers(), start.buffers()));
    }

    @Override
    public StateValues values() {
        return SavedLayout.put(start.layout(), counters.values());
    }

    @Override
    public void restore(StateValues values) {
        counters.restore(values);
    }
}
