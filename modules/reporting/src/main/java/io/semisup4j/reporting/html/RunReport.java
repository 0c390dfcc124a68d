package io.semisup4j.reporting.html;

import io.semisup4j.reporting.folder.RunFolderException;
import io.semisup4j.reporting.folder.WholeFile;
import io.semisup4j.reporting.history.RecordedRun;
import io.semisup4j.reporting.reference.MetricReference;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Makes {@value #NAME} of what is in a run folder, whether the run is still going on or not. */
public final class RunReport {
    /** The page's file in the run folder. */
    public static final String NAME = "report.html";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private RunReport() {}

    /**
     * Writes the page whole; a reader sees the old one or the new one.
     *
     * @return the file
     * @throws RunFolderException if it is no run folder or cannot be read
     * @throws IOException if the page cannot be written
     */
    public static Path write(Path folder, Instant now) throws IOException {
        RecordedRun run = RecordedRun.read(folder);
        RunPage page = RunPage.of(run, MetricReference.onClassPath(), time(now));
        Path file = run.folder().resolve(NAME);
        WholeFile.write(file, Pages.render("report", page));
        return file;
    }

    static String time(Instant now) {
        return now.atZone(ZoneId.systemDefault()).format(TIME);
    }
}
