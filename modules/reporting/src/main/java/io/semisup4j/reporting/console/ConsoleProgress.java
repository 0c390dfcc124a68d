package io.semisup4j.reporting.console;

import io.semisup4j.training.loop.TrainingListener;
import java.time.InstantSource;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses how progress is shown: a bar if a person's terminal is attached, plain log lines otherwise. */
public final class ConsoleProgress {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleProgress.class);

    private ConsoleProgress() {}

    /** The listener for this process. */
    public static TrainingListener create(InstantSource clock) {
        if (System.console() == null) {
            return new ProgressLines(LOG::info, clock);
        }
        return new TerminalBar(new ConsoleProgressBarConsumer(System.out), LOG::info, clock);
    }
}
