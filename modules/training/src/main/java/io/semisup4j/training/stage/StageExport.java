package io.semisup4j.training.stage;

import io.semisup4j.nets.state.OfficialState;
import io.semisup4j.training.loop.Measurement;
import io.semisup4j.training.loop.Stage;
import io.semisup4j.training.loop.StageStart;
import io.semisup4j.training.loop.TrainingListener;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.pretrained.ExportedWeights;
import io.semisup4j.training.pretrained.RunOrigin;
import io.semisup4j.training.pretrained.TrainingRecord;
import io.semisup4j.training.state.Stateful;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Writes the net of a finished stage for others, with the numbers that were measured last. */
final class StageExport implements TrainingListener {
    private final Path file;
    private final RunOrigin origin;
    private final Map<String, Double> measured = new TreeMap<>();
    private boolean trained;

    StageExport(Path folder, RunOrigin origin) {
        this.file = folder.resolve(ExportedWeights.FILE);
        this.origin = origin;
    }

    @Override
    public void onStart(StageStart start) {
        trained = start.firstStep() < start.totalSteps();
    }

    @Override
    public void onMeasured(Measurement measurement) {
        measured.put(measurement.name(), measurement.value());
    }

    /** Nothing is written for a stage without a net, nor again for one that was finished before. */
    void write(Stage stage, Map<String, Stateful> parts) {
        if (parts.get(TrainedNet.PART) instanceof TrainedNet net && (trained || !Files.exists(file))) {
            ExportedWeights.write(
                    file,
                    OfficialState.export(net.state()),
                    new TrainingRecord(origin, stage.name(), stage.epochs(), stage.totalSteps(), measured));
        }
    }
}
