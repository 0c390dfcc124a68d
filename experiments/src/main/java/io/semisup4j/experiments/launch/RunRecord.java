package io.semisup4j.experiments.launch;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.semisup4j.config.ConfigYaml;
import io.semisup4j.config.Difference;
import io.semisup4j.config.Differences;
import io.semisup4j.config.Layer;
import io.semisup4j.config.Origin;
import io.semisup4j.config.Resolved;
import io.semisup4j.config.Resolver;
import io.semisup4j.reporting.folder.RunFolder;
import io.semisup4j.reporting.folder.Versions;
import io.semisup4j.reporting.folder.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run folder says about its own run: the experiment, its configuration, its switches. A run can only be continued with the
 * same ones.
 */
final class RunRecord {
    private RunRecord() {}

    /** Why a folder with an earlier run cannot be continued; empty for a new folder. */
    static <C extends Record> List<String> problems(RunFolder folder, Experiment<C> experiment, C config)
            throws IOException {
        if (!Files.exists(folder.config()) || !Files.exists(folder.versions())) {
            return List.of();
        }
        Versions versions;
        try {
            versions = Versions.read(folder.versions());
        } catch (JsonProcessingException e) {
            return List.of(
                    "The file " + folder.versions() + " is damaged and no longer says which experiment the folder"
                            + " belongs to. Put it back, or choose another folder with -Drun.dir=DIR.");
        }
        if (!versions.experiment().equals(experiment.name())) {
            return List.of("The run folder " + folder.path() + " belongs to the experiment " + versions.experiment()
                    + ". Choose another with -Drun.dir=DIR.");
        }
        Resolved<C> old = Resolver.resolve(experiment.config(), List.of(new Layer.YamlFile(folder.config())));
        if (old.config().isEmpty()) {
            List<String> problems = new ArrayList<>(old.problems());
            problems.add("So the run in " + folder.path()
                    + " cannot be continued. Choose another folder with -Drun.dir=DIR.");
            return problems;
        }
        List<String> problems = new ArrayList<>(NumericSwitches.problems(versions.values()));
        problems.addAll(differing(folder, Differences.of(old.config().get(), config)));
        return problems;
    }

    /** Writes configuration and, the first time, versions. */
    static <C extends Record> void write(RunFolder folder, Experiment<C> experiment, C config, int devices)
            throws IOException {
        WholeFile.write(folder.config(), yaml(experiment, config));
        if (!Files.exists(folder.versions())) {
            Versions.of(experiment.name(), devices).with(NumericSwitches.now()).write(folder.versions());
        }
    }

    /** The configuration under a header that says whose it is. */
    static <C extends Record> String yaml(Experiment<C> experiment, C config) {
        return "# " + experiment.name() + ": " + experiment.summary() + "\n"
                + ConfigYaml.of(origin(experiment), experiment.config(), config);
    }

    /** The same with what every key means. */
    static <C extends Record> String documented(Experiment<C> experiment, C config) {
        return "# " + experiment.name() + ": " + experiment.summary() + "\n"
                + ConfigYaml.documented(origin(experiment), experiment.config(), config);
    }

    private static Origin origin(Experiment<?> experiment) {
        return experiment.published() ? Origin.PUBLISHED : Origin.DEFAULT;
    }

    private static List<String> differing(RunFolder folder, List<Difference> differences) {
        List<String> problems = new ArrayList<>();
        for (Difference difference : differences) {
            if (!difference.incidental()) {
                problems.add(difference.path() + " is " + difference.standard() + " in the run folder but "
                        + difference.actual() + " now.");
            }
        }
        if (!problems.isEmpty()) {
            problems.add("A run is continued with the values that it began with: add -Dconfig=" + folder.config()
                    + " and leave the others out, or begin anew in another folder with -Drun.dir=DIR.");
        }
        return problems;
    }
}
