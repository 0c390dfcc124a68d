package io.semisup4j.training.stage;

import io.semisup4j.training.checkpoint.CheckpointFolder;
import io.semisup4j.training.checkpoint.Retention;
import io.semisup4j.training.loop.Beginning;
import io.semisup4j.training.loop.Checkpoints;
import io.semisup4j.training.loop.EpochTask;
import io.semisup4j.training.loop.LoopOutcome;
import io.semisup4j.training.loop.SaveSchedule;
import io.semisup4j.training.loop.Stage;
import io.semisup4j.training.loop.StopSignal;
import io.semisup4j.training.loop.TrainStep;
import io.semisup4j.training.loop.TrainingListener;
import io.semisup4j.training.loop.TrainingLoop;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.parallel.DeviceStep;
import io.semisup4j.training.parallel.DevicesException;
import io.semisup4j.training.parallel.Replica;
import io.semisup4j.training.pretrained.PretrainedSource;
import io.semisup4j.training.pretrained.RunOrigin;
import io.semisup4j.training.state.Stateful;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the stages of an experiment, each with checkpoints under its own name, so that a resumed experiment passes over
 * finished stages and goes on within the unfinished one. The net of a finished stage is exported beside its
 * checkpoints.
 *
 * @param checkpoints folder of all stages' checkpoints
 * @param listeners told of every stage
 * @param stop ends the stage that is running
 * @param save when state is saved within a stage
 * @param origin what exported weights say about their run
 * @param devices W, devices that train together, at least 1
 */
public record StageRunner(
        Path checkpoints,
        List<TrainingListener> listeners,
        StopSignal stop,
        SaveSchedule save,
        RunOrigin origin,
        int devices) {
    private static final Logger LOG = LoggerFactory.getLogger(StageRunner.class);

    public StageRunner {
        listeners = List.copyOf(listeners);
        if (devices < 1) {
            throw new IllegalArgumentException("a stage needs at least 1 device, not " + devices);
        }
    }

    /** On one device, without words about the run. */
    public StageRunner(Path checkpoints, List<TrainingListener> listeners, StopSignal stop, SaveSchedule save) {
        this(checkpoints, listeners, stop, save, RunOrigin.unknown(), 1);
    }

    /** Runs a stage on all devices that begins as its parts were made, and does nothing but train. */
    public LoopOutcome run(
            Stage stage, Replica.Factory replicas, EpochTask afterEpoch, Map<String, String> fingerprint) {
        try (DeviceStep step = replicate(replicas)) {
            return run(stage.on(devices), step, afterEpoch, step.parts(), fingerprint);
        }
    }

    /** The replicas of all devices as one step, to be run on a stage {@link Stage#on on} as many devices. */
    public DeviceStep replicate(Replica.Factory replicas) {
        return DeviceStep.of(devices, replicas);
    }

    /** Runs a stage that begins as its parts were made; see the other method. */
    public LoopOutcome run(
            Stage stage,
            TrainStep step,
            EpochTask afterEpoch,
            Map<String, Stateful> parts,
            Map<String, String> fingerprint) {
        return run(stage, step, afterEpoch, parts, fingerprint, Beginning.asItIs());
    }

    /**
     * Runs a stage to its end or to a stop request.
     *
     * @param parts everything that must survive a stop, by stable name
     * @param fingerprint configuration values that must agree for a resume
     * @param beginning what is done if there is no checkpoint to resume from
     */
    public LoopOutcome run(
            Stage stage,
            TrainStep step,
            EpochTask afterEpoch,
            Map<String, Stateful> parts,
            Map<String, String> fingerprint,
            Beginning beginning) {
        return run(stage, step, afterEpoch, parts, fingerprint, beginning, null);
    }

    /**
     * Runs a stage whose epochs are scored. At its end the net is that of the epoch with the highest score, the
     * earliest of equal ones; it is exported, too.
     *
     * @param scoreName which of the measured numbers the score is
     */
    public LoopOutcome runForBest(
            Stage stage,
            TrainStep step,
            EpochTask afterEpoch,
            Map<String, Stateful> parts,
            Map<String, String> fingerprint,
            String scoreName) {
        return run(stage, step, afterEpoch, parts, fingerprint, Beginning.asItIs(), scoreName);
    }

    private LoopOutcome run(
            Stage stage,
            TrainStep step,
            EpochTask afterEpoch,
            Map<String, Stateful> parts,
            Map<String, String> fingerprint,
            Beginning beginning,
            String scoreName) {
        if (stage.devices() != devices) {
            throw new DevicesException("The stage '" + stage.name() + "' runs on " + stage.devices()
                    + " device(s) only, but " + devices + " were asked for; leave -Ddevices out.");
        }
        CheckpointFolder folder =
                new CheckpointFolder(checkpoints.resolve(stage.name()), new Retention(2, scoreName != null, 0));
        TrainingLoop loop = TrainingLoop.of(stage, step)
                .afterEpoch(afterEpoch)
                .beginning(beginning)
                .checkpoints(new Checkpoints(folder, save, fingerprint, parts, scoreName))
                .stopOn(stop);
        listeners.forEach(loop::listener);
        StageExport export = new StageExport(folder.folder(), origin);
        loop.listener(export);
        LoopOutcome outcome = loop.run();
        if (outcome.finished()) {
            if (scoreName != null) {
                takeBest(stage, folder, parts);
            }
            export.write(stage, parts);
        }
        return outcome;
    }

    private static void takeBest(Stage stage, CheckpointFolder folder, Map<String, Stateful> parts) {
        if (parts.get(TrainedNet.PART) instanceof TrainedNet net) {
            folder.best().ifPresent(best -> {
                LOG.info(
                        "The net of {} is that after step {}, whose score is {}.",
                        stage.name(),
                        best.header().step(),
                        best.header().score());
                net.take(PretrainedSource.open(best.folder()).into(net.state()).state());
            });
        }
    }
}
