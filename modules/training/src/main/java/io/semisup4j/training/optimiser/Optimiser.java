package io.semisup4j.training.optimiser;

import io.semisup4j.training.state.Stateful;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Changes a flat parameter vector by its gradients; immutable settings with a state that can be saved. */
public interface Optimiser extends Stateful {

    /**
     * One step, in place.
     *
     * @param parameters flat vector of the optimiser's layout and data type; changed
     * @param gradients flat vector of the same layout and data type; left as it is
     * @param learningRate rate of this step
     * @return the layer-wise factors of this step, {@link AdaptedRates#NONE} without such adaptation
     */
    AdaptedRates apply(INDArray parameters, INDArray gradients, double learningRate);

    /** Steps done so far, those before a resume included. */
    long steps();
}
