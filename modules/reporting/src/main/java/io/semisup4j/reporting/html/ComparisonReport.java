package io.semisup4j.reporting.html;

import io.semisup4j.reporting.folder.WholeFile;
import io.semisup4j.reporting.history.RecordedRun;
import io.semisup4j.reporting.reference.MetricReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Makes one page of several run folders. */
public final class ComparisonReport {
    private ComparisonReport() {}

    /**
     * Writes the page whole, making its folder if need be.
     *
     * @param folders run folders, in the order of the page
     * @throws io.semisup4j.reporting.folder.RunFolderException if one is no run folder or cannot be read
     * @throws IOException if the page cannot be written
     */
    public static void write(List<Path> folders, Path page, Instant now) throws IOException {
        List<RecordedRun> runs = folders.stream().map(RecordedRun::read).toList();
        ComparisonPage content = ComparisonPage.of(runs, MetricReference.onClassPath(), RunReport.time(now));
        Files.createDirectories(page.toAbsolutePath().getParent());
        WholeFile.write(page.toAbsolutePath(), Pages.render("comparison", content));
    }
}
