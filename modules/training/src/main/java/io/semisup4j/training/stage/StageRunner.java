package io.semisup4j.training.stage;

import io.semisup4j.training.checkpoint.CheckpointFolder;
import io.semisup4j.training.checkpoint.Retention;
import io.semisup4j.training.loop.Checkpoints;
import io.semisup4j.training.loop.EpochTask;
import io.semisup4j.training.loop.LoopOutcome;
import io.semisup4j.training.loop.SaveSchedule;
import io.semisup4j.training.loop.Stage;
import io.semisup4j.training.loop.StopSignal;
import io.semisup4j.training.loop.TrainStep;
import io.semisup4j.training.loop.TrainingListener;
import io.semisup4j.training.loop.TrainingLoop;
import io.semisup4j.training.state.Stateful;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs the stages of an experiment, each with checkpoints under its own name, so that a resumed experiment passes over
 * finished stages and goes on within the unfinished one.
 *
 * @param checkpoints folder of all stages' checkpoints
 * @param listeners told of every stage
 * @param stop ends the stage that is running
 * @param save when state is saved within a stage
 */
public record StageRunner(Path checkpoints, List<TrainingListener> listeners, StopSignal stop, SaveSchedule save) {
    public StageRunner {
        listeners = List.copyOf(listeners);
    }

    /**
     * Runs a stage to its end or to a stop request.
     *
     * @param parts everything that must survive a stop, by stable name
     * @param fingerprint configuration values that must agree for a resume
     */
    public LoopOutcome run(
            Stage stage,
            TrainStep step,
            EpochTask afterEpoch,
            Map<String, Stateful> parts,
            Map<String, String> fingerprint) {
        CheckpointFolder folder = new CheckpointFolder(checkpoints.resolve(stage.name()), new Retention(2, false, 0));
        TrainingLoop loop = TrainingLoop.of(stage, step)
                .afterEpoch(afterEpoch)
                .checkpoints(new Checkpoints(folder, save, fingerprint, parts, null))
                .stopOn(stop);
        listeners.forEach(loop::listener);
        return loop.run();
    }
}
