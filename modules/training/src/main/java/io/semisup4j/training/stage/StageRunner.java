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
import io.semisup4j.training.parallel.DeviceStep;
import io.semisup4j.training.parallel.DevicesException;
import io.semisup4j.training.parallel.Replica;
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
 * @param devices W, devices that train together, at least 1
 */
public record StageRunner(
        Path checkpoints, List<TrainingListener> listeners, StopSignal stop, SaveSchedule save, int devices) {
    public StageRunner {
        listeners = List.copyOf(listeners);
        if (devices < 1) {
            throw new IllegalArgumentException("a stage needs at least 1 device, not " + devices);
        }
    }

    /** On one device. */
    public StageRunner(Path checkpoints, List<TrainingListener> listeners, StopSignal stop, SaveSchedule save) {
        this(checkpoints, listeners, stop, save, 1);
    }

    /**
     * Runs a stage on all devices, to its end or to a stop request.
     *
     * @param replicas makes what a device trains with
     * @param fingerprint configuration values that must agree for a resume
     */
    public LoopOutcome run(
            Stage stage, Replica.Factory replicas, EpochTask afterEpoch, Map<String, String> fingerprint) {
        Stage shared = new Stage(
                stage.name(), stage.totalSteps(), stage.stepsPerEpoch(), stage.imagesPerStep() * devices, devices);
        try (DeviceStep step = DeviceStep.of(devices, replicas)) {
            return loop(shared, step, afterEpoch, step.parts(), fingerprint);
        }
    }

    /**
     * Runs a stage that knows one device only, to its end or to a stop request.
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
        if (devices > 1) {
            throw new DevicesException("The stage '" + stage.name() + "' runs on one device only, but " + devices
                    + " were asked for; leave -Ddevices out.");
        }
        return loop(stage, step, afterEpoch, parts, fingerprint);
    }

    private LoopOutcome loop(
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
