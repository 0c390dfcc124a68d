package io.semisup4j.training.loop;

/**
 * When the state is saved, beside the end of a stage and a stop request, where it always is.
 *
 * @param everySteps after every so many steps; 0 for never
 * @param everyEpochs at the end of every so many epochs; 0 for never
 */
public record SaveSchedule(long everySteps, int everyEpochs) {

    public SaveSchedule {
        if (everySteps < 0 || everyEpochs < 0) {
            throw new IllegalArgumentException("saving every " + everySteps + " steps and every " + everyEpochs
                    + " epochs is impossible; give 0 for never, or a positive number");
        }
    }

    /** At the end of every epoch. */
    public static SaveSchedule everyEpoch() {
        return new SaveSchedule(0, 1);
    }

    /** Whether the state is to be saved once so many steps are done. */
    boolean isDue(Stage stage, long stepsDone) {
        boolean bySteps = everySteps > 0 && stepsDone % everySteps == 0;
        boolean byEpochs = everyEpochs > 0
                && stepsDone % stage.stepsPerEpoch() == 0
                && stepsDone / stage.stepsPerEpoch() % everyEpochs == 0;
        return bySteps || byEpochs || stepsDone == stage.totalSteps();
    }
}
