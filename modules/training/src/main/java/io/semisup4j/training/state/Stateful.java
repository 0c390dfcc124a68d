package io.semisup4j.training.state;

import java.util.List;

/**
 * A part of a training run whose state must survive a stop. Vectors are restored in place, so a part names the live
 * arrays it works on; values are handed over as a small map.
 */
public interface Stateful {

    /** The live vectors, always the same ones in the same order; a restore writes into them. */
    default List<StateVector> vectors() {
        return List.of();
    }

    /** The small state as it is now. */
    default StateValues values() {
        return StateValues.empty();
    }

    /** Takes back what {@link #values()} gave; the vectors have been restored already. */
    default void restore(StateValues values) {}

    /** A part that consists of vectors only, for example the parameters of a network. */
    static Stateful of(StateVector... vectors) {
        List<StateVector> all = List.of(vectors);
        return new Stateful() {
            @Override
            public List<StateVector> vectors() {
                return all;
            }
        };
    }
}
