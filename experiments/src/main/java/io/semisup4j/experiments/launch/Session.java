package io.semisup4j.experiments.launch;

import io.semisup4j.reporting.console.ConsoleProgress;
import io.semisup4j.reporting.folder.ResultFile;
import io.semisup4j.reporting.folder.RunFolder;
import io.semisup4j.reporting.folder.RunFolderException;
import io.semisup4j.reporting.metrics.MetricsLog;
import io.semisup4j.training.loop.TrainingListener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** One run of one experiment in its folder, from the lock to the result. */
final class Session<C extends Record> {
    private final Experiment<C> experiment;
    private final C config;
    private final DataFolders data;
    private final int devices;
    private final Console console;
    private final Surroundings surroundings;

    Session(Experiment<C> experiment, C config, DataFolders data, int devices, Surroundings surroundings) {
        this.experiment = experiment;
        this.config = config;
        this.data = data;
        this.devices = devices;
        this.surroundings = surroundings;
        this.console = surroundings.console();
    }

    /** Runs in the folder; returns the exit code. */
    int run(Path path) {
        try (RunFolder folder = RunFolder.open(path)) {
            List<String> problems = RunRecord.problems(folder, experiment, config);
            if (!problems.isEmpty()) {
                console.mistakes(experiment.name() + " was not continued.", problems);
                return ExitCode.MISTAKE;
            }
            RunRecord.write(folder, experiment, config, devices);
            try (RunLog log = RunLog.open(folder.log())) {
                return run(folder, log);
            }
        } catch (RunFolderException e) {
            console.mistakes(experiment.name() + " was not started.", List.of(e.getMessage()));
            return ExitCode.MISTAKE;
        } catch (IOException e) {
            console.mistakes(
                    experiment.name() + " was not started.",
                    List.of(Failure.of(e).sentence()));
            return ExitCode.FAILURE;
        }
    }

    private int run(RunFolder folder, RunLog log) {
        console.line(experiment.name() + " writes to " + folder.path());
        Instant begin = surroundings.clock().instant();
        TrainingListener progress = ConsoleProgress.create(surroundings.clock());
        try (MetricsLog metrics = new MetricsLog(folder.metrics());
                Following following = new Following(folder, surroundings.clock())) {
            surroundings.prepare().accept(devices);
            List<TrainingListener> listeners = new ArrayList<>(List.of(metrics, progress));
            listeners.addAll(following.listeners());
            Run run = new Run(
                    folder, data, listeners, devices, surroundings.stopping().signal());
            Outcome outcome = experiment.run(run, config);
            end(progress);
            return outcome.complete() ? complete(folder, outcome, begin) : interrupted(folder);
        } catch (Throwable thrown) { // everything has to become a sentence, out of memory too
            end(progress);
            return failed(folder, log, thrown);
        }
    }

    private int complete(RunFolder folder, Outcome outcome, Instant begin) throws IOException {
        double seconds = Duration.between(begin, surroundings.clock().instant()).toMillis() / 1000.0;
        new ResultFile(experiment.name(), outcome.metrics(), seconds).write(folder.result());
        new TreeMap<>(outcome.metrics())
                .forEach((name, value) -> console.line(String.format(Locale.ROOT, "%s = %.4f", name, value)));
        console.line("The result is in " + folder.result() + ", the report in " + folder.report());
        return ExitCode.SUCCESS;
    }

    private int interrupted(RunFolder folder) {
        console.line(experiment.name() + " was stopped and its state is saved. The same command with -Drun.dir="
                + folder.path() + " continues it.");
        return ExitCode.INTERRUPTED;
    }

    private int failed(RunFolder folder, RunLog log, Throwable thrown) {
        Failure failure = Failure.of(thrown);
        log.trace(experiment.name() + " stopped: " + failure.sentence(), thrown);
        console.mistakes(experiment.name() + " stopped.", List.of(failure.sentence()));
        if (failure.exitCode() == ExitCode.FAILURE) {
            console.error("Details for a bug report: " + folder.log());
        }
        return failure.exitCode();
    }

    /** Leaves the progress bar's line before anything else is printed. */
    private static void end(TrainingListener progress) {
        if (progress instanceof AutoCloseable bar) {
            try {
                bar.close();
            } catch (Exception e) {
                throw new IllegalStateException("the progress bar cannot be closed", e);
            }
        }
    }
}
