package io.semisup4j.training.parallel;

import io.semisup4j.engine.flat.FlatLayout;
import io.semisup4j.training.loop.StepResult;
import io.semisup4j.training.state.StateVector;
import io.semisup4j.training.state.Stateful;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Follows a target that depends on device and step: w <- w - 0.5 mean over devices (w - target). */
final class SmallReplica {
    private static final FlatLayout LAYOUT =
            new FlatLayout.Builder().add("w", 16).build();

    final INDArray w = LAYOUT.zeros(DataType.DOUBLE);
    private final INDArray gradient = LAYOUT.zeros(DataType.DOUBLE);
    private final Worker worker;
    private final AtomicInteger closed;

    SmallReplica(Worker worker, AtomicInteger closed) {
        this.worker = worker;
        this.closed = closed;
    }

    static double target(int rank, long step) {
        return rank * rank + 0.1 * step;
    }

    StepResult step(long step) {
        gradient.assign(w).subi(target(worker.group().rank(), step));
        worker.average(gradient);
        w.subi(gradient.mul(0.5));
        return new StepResult(Map.of("w", w.getDouble(0)), worker.group().rank());
    }

    Replica replica() {
        return new Replica(
                this::step,
                Map.of("net", Stateful.of(new StateVector("w", LAYOUT, w))),
                List.of(closed::incrementAndGet));
    }
}
