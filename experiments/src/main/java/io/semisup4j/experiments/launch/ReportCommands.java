package io.semisup4j.experiments.launch;

import io.semisup4j.config.Nearest;
import io.semisup4j.reporting.folder.RunFolderException;
import io.semisup4j.reporting.html.ComparisonReport;
import io.semisup4j.reporting.html.RunReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Pages made of run folders that are there: {@code -Dexperiment=report -Drun.dir=DIR} makes the report of one again,
 * {@code -Dexperiment=compare -Dset.runs=DIR,DIR} lays several side by side.
 */
final class ReportCommands {
    static final String REPORT = "report";
    static final String COMPARE = "compare";
    private static final String RUNS = "runs";
    private static final String PAGE = "page";
    private static final Path COMPARISON = Path.of("runs", "comparison.html");

    private final Console console;
    private final InstantSource clock;

    ReportCommands(Console console, InstantSource clock) {
        this.console = console;
        this.clock = clock;
    }

    /** Makes the report again; returns the exit code. */
    int report(Request request) {
        List<String> problems = new ArrayList<>(request.problems());
        if (request.runDir().isEmpty() && problems.isEmpty()) {
            problems.add("Say which run folder the report is to be made of with -Drun.dir=DIR.");
        }
        return answer(problems, () -> RunReport.write(request.runDir().orElseThrow(), clock.instant()));
    }

    /** Makes one page of several runs; returns the exit code. */
    int compare(Request request) {
        Map<String, String> settings = request.overrides();
        List<String> problems = new ArrayList<>(request.problems());
        List<String> runs = Arrays.stream(settings.getOrDefault(RUNS, "").split(","))
                .map(String::strip)
                .filter(run -> !run.isEmpty())
                .toList();
        if (runs.isEmpty()) {
            problems.add("Say which run folders to compare with -Dset.runs=DIR,DIR.");
        }
        settings.keySet().stream()
                .filter(key -> !key.equals(RUNS) && !key.equals(PAGE))
                .forEach(key -> problems.add("-Dset." + key + ": a comparison has only set.runs and set.page."
                        + Nearest.question(key, List.of(RUNS, PAGE))));
        return answer(problems, () -> {
            Path page = settings.containsKey(PAGE) ? Path.of(settings.get(PAGE)) : COMPARISON;
            ComparisonReport.write(runs.stream().map(Path::of).toList(), page, clock.instant());
            return page.toAbsolutePath();
        });
    }

    private interface PageMaker {
        Path make() throws IOException;
    }

    private int answer(List<String> problems, PageMaker maker) {
        if (!problems.isEmpty()) {
            return mistake(problems);
        }
        try {
            console.line("The page is " + maker.make());
            return ExitCode.SUCCESS;
        } catch (RunFolderException e) {
            return mistake(List.of(e.getMessage()));
        } catch (IOException e) {
            return mistake(List.of("The page cannot be written: " + e + "."));
        }
    }

    private int mistake(List<String> problems) {
        console.mistakes("No page was made.", problems);
        return ExitCode.MISTAKE;
    }
}
