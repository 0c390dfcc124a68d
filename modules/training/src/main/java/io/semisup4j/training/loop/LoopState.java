package io.semisup4j.training.loop;

import io.semisup4j.training.checkpoint.CheckpointHeader;
import io.semisup4j.training.checkpoint.StoredCheckpoint;
import io.semisup4j.training.state.StateVector;
import io.semisup4j.training.state.Stateful;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.nd4j.linalg.factory.Nd4j;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Saves and restores a loop's state: the parts of its {@link Checkpoints}, if it has any, and its epoch means. */
final class LoopState {
    static final String PART = "loop";
    private static final String STEPS_PER_EPOCH = "steps per epoch";
    private static final String DEVICES = "devices";
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
        fingerprint.put(STEPS_PER_EPOCH, Long.toString(stage.stepsPerEpoch()));
        if (stage.devices() > 1) {
            fingerprint.put(DEVICES, Integer.toString(stage.devices()));
        }
    }

    /** Restores the newest intact checkpoint; the answer is the number of steps done, if there is one. */
    OptionalLong resume() {
        Optional<StoredCheckpoint> found = checkpoints.flatMap(c -> c.folder().newestIntact());
        if (found.isEmpty()) {
            return OptionalLong.empty();
        }
        StoredCheckpoint checkpoint = found.get();
        CheckpointHeader header = checkpoint.header();
        int before = Integer.parseInt(header.fingerprint().getOrDefault(DEVICES, "1"));
        last = checkpoint.folder();
        if (before != stage.devices()) {
            return OptionalLong.of(resumeOnOtherDevices(checkpoint, before));
        }
        checkpoint.restore(fingerprint, parts);
        LOG.info("Resuming {} after step {} from {}.", stage.name(), header.step(), last);
        return OptionalLong.of(header.step());
    }

    /**
     * The state is that of one device whatever their number; only an epoch has other steps, so the place is converted.
     */
    private long resumeOnOtherDevices(StoredCheckpoint checkpoint, int before) {
        Map<String, String> saved = checkpoint.header().fingerprint();
        Map<String, String> expected = new LinkedHashMap<>(fingerprint);
        expected.remove(DEVICES);
        for (String key : List.of(DEVICES, STEPS_PER_EPOCH)) {
            if (saved.containsKey(key)) {
                expected.put(key, saved.get(key));
            }
        }
        checkpoint.restore(expected, parts);
        long perEpoch = Long.parseLong(saved.getOrDefault(STEPS_PER_EPOCH, Long.toString(stage.stepsPerEpoch())));
        long done = checkpoint.header().step();
        long step = done / perEpoch * stage.stepsPerEpoch() + done % perEpoch * stage.stepsPerEpoch() / perEpoch;
        LOG.info(
                "Resuming {} from {} on {} device(s) where {} began it: its step {} is step {} here ({} instead of {} steps"
                        + " an epoch); from here on the run differs from one on {} device(s).",
                stage.name(),
                last,
                stage.devices(),
                before,
                done,
                step,
                stage.stepsPerEpoch(),
                perEpoch,
                before);
        return step;
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
