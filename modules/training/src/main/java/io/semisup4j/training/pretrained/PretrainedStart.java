package io.semisup4j.training.pretrained;

import io.semisup4j.nets.state.OfficialState;
import io.semisup4j.training.loop.Beginning;
import io.semisup4j.training.loop.Stage;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.optimiser.Sgd;
import io.semisup4j.weights.WeightsException;
import io.semisup4j.weights.files.FileKind;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Beginnings of a stage with what an earlier training left. Neither is asked for when the stage has a checkpoint of its
 * own: resuming wins, so the same command goes on with the same run.
 */
public final class PretrainedStart {
    private static final Logger LOG = LoggerFactory.getLogger(PretrainedStart.class);

    private PretrainedStart() {}

    /**
     * {@code initFrom}: the weights alone; step 0 and a fresh optimiser.
     *
     * @param source what {@link PretrainedSource} opens
     * @param stages which stage of a run folder is wanted, best first
     */
    public static Beginning weights(Path source, TrainedNet net, String... stages) {
        return stage -> {
            Pretrained pretrained = PretrainedSource.open(source, stages);
            take(pretrained, net);
            LOG.info("{} begins at step 0 with the weights of {} ({}).", stage.name(), pretrained.file(), pretrained);
            return 0;
        };
    }

    /**
     * {@code continueFrom}: weights, momentum and epoch of an official pre-training checkpoint; the schedule goes on
     * after epochs done * steps per epoch, as the published program's does.
     *
     * @param optimiser of the net, with the parameter groups of the file
     */
    public static Beginning training(Path source, TrainedNet net, Sgd optimiser) {
        return stage -> {
            OfficialCheckpoint checkpoint = official(source);
            OfficialOptimiser state = checkpoint.optimiser();
            long done = stepsDone(checkpoint, stage);
            take(checkpoint.pretrained(), net);
            state.load(optimiser, net.state().layout());
            state.differences(optimiser.settings()).forEach(LOG::warn);
            optimiser.continueAfter(done);
            LOG.info("{} continues after step {} of {} ({}).", stage.name(), done, source, checkpoint.pretrained());
            return done;
        };
    }

    private static void take(Pretrained pretrained, TrainedNet net) {
        OfficialState.Imported imported = pretrained.into(net.state());
        net.take(imported.state());
    }

    private static OfficialCheckpoint official(Path source) {
        boolean ours = Files.isDirectory(source) || Files.exists(source) && FileKind.of(source) == FileKind.SAFETENSORS;
        if (ours) {
            throw new WeightsException("continueFrom takes a pre-training checkpoint of the published program, but "
                    + source + " is none. To go on with a run of ours give its folder as -Drun.dir; to begin anew with"
                    + " trained weights use initFrom.");
        }
        return OfficialCheckpoint.open(source);
    }

    private static long stepsDone(OfficialCheckpoint checkpoint, Stage stage) {
        int epochs = checkpoint
                .epoch()
                .orElseThrow(
                        () -> new WeightsException(
                                checkpoint.path() + " does not say how many epochs are done, so"
                                        + " no training can be continued from it. Its weights alone can begin a new one: use initFrom."));
        long done = epochs * stage.stepsPerEpoch();
        if (done >= stage.totalSteps()) {
            throw new WeightsException(checkpoint.path() + " has done " + epochs + " epochs already, and the stage "
                    + stage.name() + " is to have " + stage.epochs() + ": give it more epochs.");
        }
        return done;
    }
}
