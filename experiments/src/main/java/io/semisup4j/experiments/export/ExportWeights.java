package io.semisup4j.experiments.export;

import io.semisup4j.experiments.launch.Experiment;
import io.semisup4j.experiments.launch.Launcher;
import io.semisup4j.experiments.launch.Outcome;
import io.semisup4j.experiments.launch.Run;
import io.semisup4j.experiments.launch.RunOrigins;
import io.semisup4j.reporting.folder.ResultFile;
import io.semisup4j.reporting.folder.RunFolder;
import io.semisup4j.training.pretrained.ExportedWeights;
import io.semisup4j.training.pretrained.Pretrained;
import io.semisup4j.training.pretrained.PretrainedSource;
import io.semisup4j.training.pretrained.TrainingRecord;
import io.semisup4j.weights.WeightsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes trained weights as a safetensors file with an index, under official names. The newest checkpoint of a run that
 * still trains can be exported, too.
 *
 * <p>Cost: seconds. Needs a run of ours, or an official checkpoint to convert. Run: {@code mvn compile exec:java
 * -Dexperiment=export -Dset.from=RUN -Dset.to=FILE.safetensors}
 */
public final class ExportWeights implements Experiment<ExportConfig> {
    private static final Logger LOG = LoggerFactory.getLogger(ExportWeights.class);

    @Override
    public String name() {
        return "export";
    }

    @Override
    public String summary() {
        return "weights of a run (-Dset.from=RUN) as a safetensors file (-Dset.to=FILE); needs a run or a checkpoint";
    }

    @Override
    public ExportConfig config() {
        return new ExportConfig(null, null, null);
    }

    @Override
    public Outcome run(Run run, ExportConfig config) throws IOException {
        if (config.from() == null) {
            throw new WeightsException("Say whose weights are to be exported with -Dset.from=: a run folder, a stage or"
                    + " checkpoint in it, a .safetensors file or an official .pth.tar checkpoint.");
        }
        String[] stages = config.stage() == null ? new String[0] : new String[] {config.stage()};
        Pretrained pretrained = PretrainedSource.open(config.from(), stages);
        Path to = config.to() == null ? run.folder().path().resolve(ExportedWeights.FILE) : config.to();
        ExportedWeights.write(to, pretrained.weights(), record(pretrained));
        LOG.info("{} now holds the weights of {} ({}).", to, pretrained.file(), pretrained);
        return Outcome.complete(
                Map.of("export.tensors", (double) pretrained.weights().size()));
    }

    private static TrainingRecord record(Pretrained pretrained) throws IOException {
        Path folder = runFolder(pretrained.file()).orElse(pretrained.file());
        Path result = folder.resolve(RunFolder.RESULT);
        return new TrainingRecord(
                RunOrigins.of(folder),
                pretrained.stage(),
                pretrained.epoch().orElse(0),
                pretrained.step().orElse(0),
                Files.exists(result) ? ResultFile.read(result).metrics() : Map.of());
    }

    /** The run folder that a file or checkpoint lies in, if it is one. */
    private static Optional<Path> runFolder(Path file) {
        return Optional.ofNullable(file.toAbsolutePath().getParent()) // the stage's folder
                .map(Path::getParent)
                .map(Path::getParent)
                .filter(folder -> Files.exists(folder.resolve(RunFolder.CONFIG)));
    }

    /** Starts this experiment. */
    public static void main(String[] args) {
        Launcher.launch(ExportWeights.class, args);
    }
}
