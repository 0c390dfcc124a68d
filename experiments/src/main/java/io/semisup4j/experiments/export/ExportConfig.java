package io.semisup4j.experiments.export;

import java.nio.file.Path;

/**
 * What is exported where.
 *
 * @param from a run folder, a stage or checkpoint in it, a safetensors file or an official checkpoint
 * @param stage which stage of a run folder; null where there is only one
 * @param to a file ending in {@code .safetensors}; null for one in the folder of this export
 */
public record ExportConfig(Path from, String stage, Path to) {}
