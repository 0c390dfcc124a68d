package io.semisup4j.training.loop;

import io.semisup4j.training.checkpoint.CheckpointHeader;
import io.semisup4j.training.checkpoint.StoredCheckpoint;
import io.semisup4j.training.state.StateVector;
import io.semisup4j.training.state.Stateful;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.nd4j.linalg.factory.Nd4j;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Saves and restores a loop's state: the parts of its {@link Checkpoints}, if it has any, and its epoch means. */
final class LoopState {
    static final String PART = "loop";
    private static final Logger LOG = LoggerFactory.getLogger(LoopState.class);

    private final Stage stage;
    private final Optional<Checkpoints> checkpoints;
    private final Map<String, Stateful> parts = new LinkedHashMap<>();
    private final Map<String, String> fingerprint = new LinkedHashMap<>();
    private Path last;

    LoopState(Stage stage, Optional<Checkpoints> checkpoints, EpochMeans means) {
        this.stage = stage;
        this.checkpoints = checkpoints;
        checkpoints.ifPresent(c -> {
            parts.putAll(c.parts());
            fingerprint.putAll(c.fingerprint());
        });
        parts.put(PART, means);
        fingerprint.put("stage", stage.name());
        fingerprint.put("steps per epoch", Long.toString(stage.stepsPerEpoch()));
    }

    /** Restores the newest intact checkpoint; the answer is the number of steps done, if there is one. */
    OptionalLong resume() {
        Optional<StoredCheckpoint> found = checkpoints.flatMap(c -> c.folder().newestIntact());
        if (found.isEmpty()) {
            return OptionalLong.empty();
        }
        StoredCheckpoint checkpoint = found.get();
        checkpoint.restore(fingerprint, parts);
        last = checkpoint.folder();
        LOG.info(
                "Resuming {} after step {} from {}.",
                stage.name(),
                checkpoint.header().step(),
                last);
        return OptionalLong.of(checkpoint.header().step());
    }

    /**
     * Saves the state if it is due.
     *
     * @param stepsDone steps done
     * @param measured numbers measured after the last step
     * @param stopping save even if it is not due
     * @param learningRate for the message of a {@link DivergedException}, which a vector that is not finite causes
     */
    void save(long stepsDone, Map<String, Double> measured, boolean stopping, Double learningRate) {
        if (checkpoints.isEmpty() || !(stopping || checkpoints.get().schedule().isDue(stage, stepsDone))) {
            return;
        }
        requireFinite(stepsDone - 1, learningRate);
        Checkpoints c = checkpoints.get();
        Double score = c.scoreName() == null ? null : measured.get(c.scoreName());
        int epochs = Math.toIntExact(stepsDone / stage.stepsPerEpoch());
        last = c.folder().save(new CheckpointHeader(stepsDone, epochs, score, fingerprint), parts);
    }

    /** A phrase about the last good checkpoint. */
    String lastGood() {
        return last == null ? "there is no earlier checkpoint" : "the last good checkpoint is " + last;
    }

    private void requireFinite(long step, Double learningRate) {
        parts.forEach((part, state) -> {
            for (StateVector vector : state.vectors()) {
                // BLAS norms carry every NaN and infinity through, at the speed of memory.
                if (!Double.isFinite(Nd4j.getBlasWrapper().level1().nrm2(vector.array()))) {
                    throw new DivergedException(
                            "the vector '" + part + "." + vector.name() + "'",
                            "no longer finite",
                            step,
                            learningRate,
                            lastGood());
                }
            }
        });
    }
}
