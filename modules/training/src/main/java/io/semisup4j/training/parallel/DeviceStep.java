package io.semisup4j.training.parallel;

import io.semisup4j.engine.plan.Profile;
import io.semisup4j.training.loop.StepResult;
import io.semisup4j.training.loop.TrainStep;
import io.semisup4j.training.state.Stateful;
import java.util.Map;

/** A training step on one device or on several; closing it ends their threads. */
public interface DeviceStep extends TrainStep, AutoCloseable {

    /** The state of the first device, which is what checkpoints hold; the others follow it. */
    Map<String, Stateful> parts();

    @Override
    void close();

    /**
     * Makes the replicas; one device runs on the calling thread, without any wrapper.
     *
     * @param devices W, at least 1
     * @throws RuntimeException what the first replica that could not be made has thrown
     */
    static DeviceStep of(int devices, Replica.Factory factory) {
        return devices == 1 ? new SingleDevice(factory.make(Worker.alone())) : WrappedDevices.start(devices, factory);
    }

    /** One device. */
    record SingleDevice(Replica replica) implements DeviceStep {
        @Override
        public StepResult run(long step) {
            return replica.step().run(step);
        }

        @Override
        public Profile profile() {
            return replica.step().profile();
        }

        @Override
        public Map<String, Stateful> parts() {
            return replica.parts();
        }

        @Override
        public void close() {
            replica.close();
        }
    }
}
