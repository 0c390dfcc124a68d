package io.semisup4j.training.loop;

/**
 * How a stage begins when it has no checkpoint of its own, for example with the weights of an earlier training. A stage
 * that is resumed never asks for it.
 */
@FunctionalInterface
public interface Beginning {

    /**
     * Gives the parts of the state their first values.
     *
     * @return the step that comes first: 0, or more where another program has done the steps before
     */
    long begin(Stage stage);

    /** Leaves everything as it was made and begins with step 0. */
    static Beginning asItIs() {
        return stage -> 0;
    }
}
