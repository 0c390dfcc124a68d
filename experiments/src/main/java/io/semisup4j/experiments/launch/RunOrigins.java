package io.semisup4j.experiments.launch;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.semisup4j.reporting.folder.RunFolder;
import io.semisup4j.reporting.folder.Versions;
import io.semisup4j.training.pretrained.RunOrigin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What weights say about the run that they come from. */
public final class RunOrigins {
    private RunOrigins() {}

    /** Experiment and configuration of a run folder; unknown where the folder does not say. */
    public static RunOrigin of(Path folder) {
        Path config = folder.resolve(RunFolder.CONFIG);
        Path versions = folder.resolve(RunFolder.VERSIONS);
        if (!Files.exists(config) || !Files.exists(versions)) {
            return RunOrigin.unknown();
        }
        try {
            return new RunOrigin(Versions.read(versions).experiment(), new YAMLMapper().readTree(config.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
