package io.semisup4j.config;

import java.nio.file.Path;
import java.util.Map;

/** One source of values that are laid over the published ones. */
public sealed interface Layer {

    /** A YAML file with any part of the configuration. */
    record YamlFile(Path path) implements Layer {}

    /** Values by dotted key, as given by {@code -Dset.key=value}, for example {@code views.0.size} to {@code 32}. */
    record Overrides(Map<String, String> values) implements Layer {}
}
