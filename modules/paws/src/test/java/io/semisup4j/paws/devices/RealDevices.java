package io.semisup4j.paws.devices;

import io.semisup4j.engine.collective.Group;
import io.semisup4j.training.loop.StepResult;
import io.semisup4j.training.parallel.DeviceStep;
import io.semisup4j.training.parallel.Replica;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Work on devices as training has them: a thread for each under the wrapper. */
public final class RealDevices {
    private RealDevices() {}

    /** What every device gives, in order. */
    public static <T> List<T> run(int devices, Function<Group, T> work) {
        AtomicReferenceArray<T> results = new AtomicReferenceArray<>(devices);
        Replica.Factory factory = worker -> new Replica(
                step -> {
                    results.set(worker.group().rank(), work.apply(worker.group()));
                    worker.average(Nd4j.zeros(DataType.DOUBLE, 1));
                    return StepResult.of(Map.of());
                },
                Map.of(),
                List.of());
        try (DeviceStep step = DeviceStep.of(devices, factory)) {
            step.run(0);
        }
        return IntStream.range(0, devices).mapToObj(results::get).toList();
    }
}
