package io.semisup4j.training.stage;

import io.semisup4j.training.loop.Beginning;
import io.semisup4j.training.loop.EpochTask;
import io.semisup4j.training.loop.Stage;
import io.semisup4j.training.loop.TrainStep;
import io.semisup4j.training.parallel.DeviceStep;
import io.semisup4j.training.state.Stateful;
import java.util.Map;

/**
 * A stage and all that happens in it.
 *
 * @param stage its extent
 * @param step one step of training
 * @param afterEpoch what is measured at the end of an epoch
 * @param parts everything that must survive a stop, by stable name
 * @param fingerprint configuration values that must agree for a resume
 * @param beginning what is done if there is no checkpoint to resume from
 * @param score by which the best epoch is told
 */
public record StageWork(
        Stage stage,
        TrainStep step,
        EpochTask afterEpoch,
        Map<String, Stateful> parts,
        Map<String, String> fingerprint,
        Beginning beginning,
        Score score) {

    public StageWork {
        parts = Map.copyOf(parts);
        fingerprint = Map.copyOf(fingerprint);
    }

    /** A stage that begins as its parts were made, and measures nothing. */
    public static StageWork of(
            Stage stage, TrainStep step, Map<String, Stateful> parts, Map<String, String> fingerprint) {
        return new StageWork(stage, step, EpochTask.none(), parts, fingerprint, Beginning.asItIs(), Score.none());
    }

    /** The same for a step of several devices, which knows its parts. */
    public static StageWork of(Stage stage, DeviceStep step, Map<String, String> fingerprint) {
        return of(stage, step, step.parts(), fingerprint);
    }

    /** The same with something measured. */
    public StageWork afterEpoch(EpochTask task) {
        return new StageWork(stage, step, task, parts, fingerprint, beginning, score);
    }

    /** The same with another beginning. */
    public StageWork beginning(Beginning value) {
        return new StageWork(stage, step, afterEpoch, parts, fingerprint, value, score);
    }

    /** The same with a score. */
    public StageWork score(Score value) {
        return new StageWork(stage, step, afterEpoch, parts, fingerprint, beginning, value);
    }
}
