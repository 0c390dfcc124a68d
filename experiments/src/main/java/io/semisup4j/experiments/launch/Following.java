package io.semisup4j.experiments.launch;

import io.semisup4j.reporting.folder.RunFolder;
import io.semisup4j.reporting.guard.Guarded;
import io.semisup4j.reporting.html.ReportLog;
import io.semisup4j.reporting.tensorboard.TensorBoardLog;
import io.semisup4j.training.loop.TrainingListener;
import java.time.InstantSource;
import java.util.List;

/**
 * What a run writes for whoever follows it, beside console and metrics: TensorBoard files and the report, which is
 * written a last time on closing. Whatever of it fails is a warning.
 */
final class Following implements AutoCloseable {
    private final Guarded tensorBoard;
    private final ReportLog report;

    Following(RunFolder folder, InstantSource clock) {
        tensorBoard = new Guarded("TensorBoard files", new TensorBoardLog(folder.tensorBoard(), clock));
        report = new ReportLog(folder.path(), clock);
    }

    /** To be told after the metrics file, which the report is made from. */
    List<TrainingListener> listeners() {
        return List.of(tensorBoard, new Guarded("report", report));
    }

    @Override
    public void close() {
        tensorBoard.close();
        report.write();
    }
}
