package io.semisup4j.reporting.tensorboard;

import io.semisup4j.training.loop.EpochEvent;
import io.semisup4j.training.loop.Measurement;
import io.semisup4j.training.loop.StageStart;
import io.semisup4j.training.loop.StepEvent;
import io.semisup4j.training.loop.TrainingListener;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Writes scalars for TensorBoard, each stage as a run of its own: {@code FOLDER/STAGE/events.out.tfevents.*}, a new file
 * for each start of the process. A resumed stage declares at which step it goes on, upon which TensorBoard drops what
 * the earlier file holds from that step on.
 *
 * <p>Everything stands at the number of the last step done, from 0, so that a resume at step k voids what came after the
 * checkpoint and not the measurement that was taken with it. Step metrics are called {@code train/NAME} and come at most about 2,000 times a stage; means over an epoch are
 * {@code epoch/NAME}; measurements keep their names.
 */
public final class TensorBoardLog implements TrainingListener, AutoCloseable {
    private static final int POINTS_PER_STAGE = 2000;
    private static final double MILLIS = 1000.0;

    private final Path folder;
    private final InstantSource clock;
    private OutputStream out;
    private StageStart stage;
    private long stepsDone;

    /** Prepares it; nothing is written before a stage begins. */
    public TensorBoardLog(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public void onStart(StageStart start) {
        close();
        stage = start;
        stepsDone = start.firstStep();
        if (start.firstStep() >= start.totalSteps()) {
            return; // a finished stage that is passed over has nothing to tell
        }
        out = open(folder.resolve(start.stage()));
        write(TensorBoardEvent.version(seconds()));
        write(TensorBoardEvent.sessionStart(seconds(), start.firstStep()));
        flush();
    }

    @Override
    public void onStep(StepEvent event) {
        stepsDone = event.step() + 1;
        long every = Math.max(1, stage.totalSteps() / POINTS_PER_STAGE);
        if (event.step() % every != 0 && stepsDone != stage.totalSteps()) {
            return;
        }
        Map<String, Double> values = prefixed("train/", event.metrics());
        if (event.seconds() > 0) {
            values.put("train/imagesPerSecond", stage.imagesPerStep() / event.seconds());
        }
        scalars(stepsDone, values);
    }

    @Override
    public void onEpoch(EpochEvent event) {
        scalars(stepsDone, prefixed("epoch/", event.means()));
        flush();
    }

    @Override
    public void onMeasured(Measurement measured) {
        scalars(measured.step(), Map.of(measured.name(), measured.value()));
        flush();
    }

    @Override
    public void onEnd(String name) {
        flush();
    }

    @Override
    public void close() {
        if (out == null) {
            return;
        }
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            out = null;
        }
    }

    /** TensorBoard reads the files of a folder in the order of their names, so these grow with time. */
    private OutputStream open(Path runFolder) {
        Instant now = clock.instant();
        String name = String.format(
                Locale.ROOT,
                "events.out.tfevents.%010d.semisup4j.%06d.%d",
                now.getEpochSecond(),
                now.getNano() / 1000,
                ProcessHandle.current().pid());
        try {
            Files.createDirectories(runFolder);
            return new BufferedOutputStream(Files.newOutputStream(
                    runFolder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double seconds() {
        return clock.instant().toEpochMilli() / MILLIS;
    }

    private static Map<String, Double> prefixed(String prefix, Map<String, Double> metrics) {
        Map<String, Double> values = new HashMap<>();
        metrics.forEach((name, value) -> values.put(prefix + name, value));
        return values;
    }

    private void scalars(long done, Map<String, Double> values) {
        write(TensorBoardEvent.scalars(seconds(), done - 1, values));
    }

    private void write(byte[] event) {
        if (out == null) {
            return;
        }
        try {
            out.write(RecordFrame.of(event));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void flush() {
        if (out == null) {
            return;
        }
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
