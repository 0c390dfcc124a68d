package io.semisup4j.reporting.console;

import io.semisup4j.training.loop.Measurement;
import io.semisup4j.training.loop.StageStart;
import io.semisup4j.training.loop.StepEvent;
import io.semisup4j.training.loop.TrainingListener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Consumer;

/** Progress as plain lines, one about every ten seconds, for logs and pipes. */
public final class ProgressLines implements TrainingListener {
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final Consumer<String> out;
    private final InstantSource clock;
    private StageStart stage;
    private Pace pace;
    private Instant next;

    /** Lines go to {@code out} without their line end. */
    public ProgressLines(Consumer<String> out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public void onStart(StageStart start) {
        stage = start;
        pace = new Pace(start, clock);
        next = clock.instant();
        out.accept(beginning(start));
    }

    @Override
    public void onStep(StepEvent event) {
        pace.add(event);
        boolean last = event.step() + 1 == stage.totalSteps();
        Instant now = clock.instant();
        if (last || !now.isBefore(next)) {
            out.accept(ProgressText.line(stage, event, pace));
            next = now.plus(INTERVAL);
        }
    }

    @Override
    public void onMeasured(Measurement measured) {
        out.accept(measurement(measured));
    }

    static String beginning(StageStart start) {
        String resumed = start.firstStep() > 0 ? ", going on after step " + start.firstStep() : "";
        return start.stage() + " begins: " + start.totalSteps() + " steps of " + start.imagesPerStep() + " images"
                + resumed;
    }

    static String measurement(Measurement measured) {
        return String.format(
                Locale.ROOT, "%s = %.4f after step %d", measured.name(), measured.value(), measured.step());
    }
}
