package io.semisup4j.training.stage;

import io.semisup4j.training.checkpoint.Retention;
import io.semisup4j.training.loop.SaveSchedule;
import io.semisup4j.training.loop.Stage;

/**
 * When a stage's state is saved, and which of the saved states are kept, beside the best of a scored stage.
 *
 * @param schedule when it is saved
 * @param keepLast how many of the newest are kept, at least 1; with 2 a spoilt one costs no more than a save's distance
 * @param keepEpochs those at the end of every so many epochs are kept for good; 0 for none
 */
public record Saving(SaveSchedule schedule, int keepLast, int keepEpochs) {

    /** At the end of every epoch and, unless 0, every so many steps; the newest two are kept. */
    public static Saving everyEpoch(long everySteps) {
        return new Saving(new SaveSchedule(everySteps, 1), 2, 0);
    }

    Retention retention(Stage stage, Score score) {
        return new Retention(keepLast, score.name() != null, keepEpochs * stage.stepsPerEpoch());
    }
}
