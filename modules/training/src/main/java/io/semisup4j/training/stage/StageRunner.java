package io.semisup4j.training.stage;

import io.semisup4j.training.checkpoint.CheckpointFolder;
import io.semisup4j.training.loop.Checkpoints;
import io.semisup4j.training.loop.LoopOutcome;
import io.semisup4j.training.loop.Stage;
import io.semisup4j.training.loop.StopSignal;
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
 * @param saving when a stage's state is saved, and which are kept
 * @param origin what exported weights say about their run
 * @param devices W, devices that train together, at least 1
 */
public record StageRunner(
        Path checkpoints,
        List<TrainingListener> listeners,
        StopSignal stop,
        Saving saving,
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
    public StageRunner(Path checkpoints, List<TrainingListener> listeners, StopSignal stop, Saving saving) {
        this(checkpoints, listeners, stop, saving, RunOrigin.unknown(), 1);
    }

    /** The replicas of all devices as one step, to be run on a stage {@link Stage#on on} as many devices. */
    public DeviceStep replicate(Replica.Factory replicas) {
        return DeviceStep.of(devices, replicas);
    }

    /**
     * Runs a stage to its end or to a stop request.
     *
     * @throws DevicesException if the stage was not made for as many devices
     */
    public LoopOutcome run(StageWork work) {
        Stage stage = work.stage();
        if (stage.devices() != devices) {
            throw new DevicesException("The stage '" + stage.name() + "' runs on " + stage.devices()
                    + " device(s) only, but " + devices + " were asked for; leave -Ddevices out.");
        }
        Score score = work.score();
        CheckpointFolder folder =
                new CheckpointFolder(checkpoints.resolve(stage.name()), saving.retention(stage, score));
        StageExport export = new StageExport(folder.folder(), origin);
        LoopOutcome outcome = loop(work, folder).listener(export).run();
        if (outcome.finished()) {
            if (score.decides()) {
                takeBest(stage, folder, work.parts());
            }
            export.write(stage, work.parts());
        }
        return outcome;
    }

    private TrainingLoop loop(StageWork work, CheckpointFolder folder) {
        TrainingLoop loop = TrainingLoop.of(work.stage(), work.step())
                .afterEpoch(work.afterEpoch())
                .beginning(work.beginning())
                .checkpoints(new Checkpoints(
                        folder,
                        saving.schedule(),
                        work.fingerprint(),
                        work.parts(),
                        work.score().name()))
                .stopOn(stop);
        listeners.forEach(loop::listener);
        return loop;
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
