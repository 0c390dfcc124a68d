package io.semisup4j.reporting.console;

import io.semisup4j.training.loop.Measurement;
import io.semisup4j.training.loop.StageStart;
import io.semisup4j.training.loop.StepEvent;
import io.semisup4j.training.loop.TrainingListener;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress as a bar that stays on its line of the terminal; a stage that begins or a measurement gets a line above. */
public final class TerminalBar implements TrainingListener, AutoCloseable {
    private final ProgressBarConsumer terminal;
    private final Consumer<String> lines;
    private final InstantSource clock;
    private ProgressBar bar;
    private Pace pace;

    /** The bar is drawn through {@code terminal}, whole lines go to {@code lines}. */
    public TerminalBar(ProgressBarConsumer terminal, Consumer<String> lines, InstantSource clock) {
        this.terminal = terminal;
        this.lines = lines;
        this.clock = clock;
    }

    @Override
    public void onStart(StageStart start) {
        close();
        lines.accept(ProgressLines.beginning(start));
        pace = new Pace(start, clock);
        bar = new ProgressBarBuilder()
                .setTaskName(start.stage())
                .setInitialMax(start.totalSteps())
                .startsFrom(start.firstStep(), Duration.ZERO)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(500)
                .setConsumer(terminal)
                .hideEta()
                .build();
    }

    @Override
    public void onStep(StepEvent event) {
        pace.add(event);
        bar.setExtraMessage(" " + ProgressText.rest(event, pace));
        bar.stepTo(event.step() + 1);
    }

    @Override
    public void onMeasured(Measurement measured) {
        terminal.clear();
        lines.accept(ProgressLines.measurement(measured));
    }

    @Override
    public void onEnd(String stage) {
        close();
    }

    /** Ends the bar's line. */
    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
