package io.semisup4j.training.net;

import io.semisup4j.engine.collective.Group;
import io.semisup4j.engine.flat.Views;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.training.optimiser.Sgd;
import io.semisup4j.training.optimiser.SgdSettings;
import io.semisup4j.training.parallel.Worker;
import io.semisup4j.training.state.StateValues;
import io.semisup4j.training.state.StateVector;
import io.semisup4j.training.state.Stateful;
import io.semisup4j.training.stats.BatchCounters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network whose parameters are being trained: its values, the gradients of the last step, its batch counters, and the
 * devices that train it together.
 */
public final class TrainedNet implements Stateful {
    /** Under which name a net is a part of a checkpoint. */
    public static final String PART = "net";
    /** Name of its vector of parameters in a checkpoint. */
    public static final String PARAMETERS = "parameters";
    /** Name of its vector of buffers in a checkpoint. */
    public static final String BUFFERS = "buffers";
    /** One-element outputs of a step, such as its losses, that are averaged with the gradients. */
    static final int NUMBERS = 16;

    private final NetState start;
    private final BatchCounters counters;
    private final Worker worker;
    private final INDArray exchanged;
    private final INDArray gradients;

    /** Trains these values in place, on one device. */
    public TrainedNet(NetState start) {
        this(start, new BatchCounters(start.layout().countingLayers()), Worker.alone());
        start.batches().forEach(counters::set);
    }

    private TrainedNet(NetState start, BatchCounters counters, Worker worker) {
        this.start = start;
        this.counters = counters;
        this.worker = worker;
        long length = start.parameters().length();
        this.exchanged = Nd4j.zeros(start.parameters().dataType(), length + NUMBERS);
        this.gradients = Views.of(exchanged, 0, length);
    }

    /** This net as a device trains it: the first device works on these very values, every other one on a copy. */
    public TrainedNet replica(Worker device) {
        if (device.group().rank() == 0) {
            return new TrainedNet(start, counters, device);
        }
        TrainedNet copy = new TrainedNet(state().copy());
        return new TrainedNet(copy.start, copy.counters, device);
    }

    /** The devices that train it together. */
    public Group group() {
        return worker.group();
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

    /** Where a step's number is averaged together with the gradients, 0 to {@link #NUMBERS} - 1. */
    INDArray number(int index) {
        return Views.of(exchanged, gradients.length() + index, 1);
    }

    /** Averages gradients and numbers over the devices. */
    void average() {
        worker.average(exchanged);
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
