package io.semisup4j.training.optimiser;

import java.util.List;

/** The arithmetic of {@link Update} on the parameters, gradients and momentum it was made for. */
interface VectorUpdate {
    /** Updates the parameters and the momentum of all segments in place, each as its element of {@code updates} says. */
    void apply(List<Update> updates);
}
