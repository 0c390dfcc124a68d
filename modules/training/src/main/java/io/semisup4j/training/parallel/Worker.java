package io.semisup4j.training.parallel;

import io.semisup4j.engine.collective.Group;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One of the devices that train together, as the replica on it sees itself. */
public interface Worker {

    /** The devices, for collective operations within the step. */
    Group group();

    /**
     * Replaces the vector (gradients, then numbers to be reported) by its mean over the devices. Every replica calls it
     * once a step, between its backward pass and its optimiser.
     *
     * @throws io.semisup4j.engine.collective.ReleasedException if another device has failed
     */
    void average(INDArray exchanged);

    /** One device, which has nobody to average with. */
    static Worker alone() {
        return new Worker() {
            @Override
            public Group group() {
                return Group.alone();
            }

            @Override
            public void average(INDArray exchanged) {
                // its own values are the mean
            }
        };
    }
}
