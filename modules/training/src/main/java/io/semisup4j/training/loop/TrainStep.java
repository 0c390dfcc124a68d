package io.semisup4j.training.loop;

import io.semisup4j.engine.plan.Profile;

/** One optimiser step of a method: takes its batch, trains on it, updates its state. */
@FunctionalInterface
public interface TrainStep {

    /**
     * Runs a step. After a resume the same numbers come again, so everything random must follow from the number or from
     * saved state.
     *
     * @param step the step's number, from 0
     */
    StepResult run(long step);

    /** Times of the steps so far; empty without {@code -Dprofile=true}, or where nobody takes them. */
    default Profile profile() {
        return new Profile();
    }
}
