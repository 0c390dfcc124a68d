package io.semisup4j.experiments.paws;

import io.semisup4j.experiments.launch.Run;
import io.semisup4j.experiments.launch.RunOrigins;
import io.semisup4j.paws.config.RunConfig;
import io.semisup4j.paws.program.OfficialCsv;
import io.semisup4j.paws.program.Pretraining;
import io.semisup4j.paws.program.SimclrCtPretraining;
import io.semisup4j.reporting.csv.CsvFormat;
import io.semisup4j.reporting.csv.CsvLog;
import io.semisup4j.reporting.folder.RunFolder;
import io.semisup4j.reporting.guard.Guarded;
import io.semisup4j.training.loop.TrainingListener;
import io.semisup4j.training.stage.StageRunner;
import java.util.ArrayList;
import java.util.List;

/** Carries the stages of PAWS out in a run folder. */
final class Stages {
    private Stages() {}

    static StageRunner of(Run run, RunConfig config) {
        List<TrainingListener> listeners = new ArrayList<>(run.listeners());
        listeners.add(csv(run.folder(), Pretraining.STAGE, OfficialCsv.PAWS));
        listeners.add(csv(run.folder(), SimclrCtPretraining.STAGE, OfficialCsv.SIMCLR_CT));
        return new StageRunner(
                run.folder().checkpoints(),
                listeners,
                run.stop(),
                config.saving(),
                RunOrigins.of(run.folder().path()),
                run.devices());
    }

    /** Told after the metrics file, from which it makes the rows before a resume again. */
    private static TrainingListener csv(RunFolder folder, String stage, CsvFormat format) {
        return new Guarded("CSV file", new CsvLog(folder.csv(stage), folder.metrics(), stage, format));
    }
}
