/**
 * The run folder: its layout, its lock, and the small files in it that are written whole (configuration, versions,
 * result). Checkpoints are written by the training module and metrics by the metrics package; both only get their place
 * from here.
 */
package io.semisup4j.reporting.folder;
