package io.semisup4j.reporting.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder that one run owns while it is open; a second process on the same folder is refused.
 *
 * <pre>
 * config.yaml     every value in use, differences from the published ones marked
 * versions.json   experiment, program and platform that the run began with
 * metrics.jsonl   every event of the training, one JSON object a line
 * run.log         what the program said
 * checkpoints/    saved states, one folder each
 * result.json     final metrics, there when the run is complete
 * report.html     the page that shows all this, written now and then and at the end
 * report/         pictures and tables for the page that only the running program knows
 * tensorboard/    event files for TensorBoard, a folder for each stage
 * csv/            progress in the format of the published program
 * </pre>
 */
public final class RunFolder implements AutoCloseable {
    /** Name of the file with the resolved configuration. */
    public static final String CONFIG = "config.yaml";
    /** Name of the file with experiment, program and platform. */
    public static final String VERSIONS = "versions.json";
    /** Name of the file with the final metrics. */
    public static final String RESULT = "result.json";

    private final Path path;
    private final FileChannel lock;

    private RunFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Makes the folder if need be and locks it; {@link RunFolderException} if it cannot be made, written or locked. */
    public static RunFolder open(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new RunFolderException("The run folder " + folder + " is a file. Choose another with -Drun.dir=DIR.");
        }
        try {
            Files.createDirectories(folder.resolve("checkpoints"));
            return new RunFolder(folder, FolderLock.take(folder));
        } catch (IOException e) {
            throw new RunFolderException("Nothing can be written in the run folder " + folder + ": " + reason(e)
                    + ". Choose another with -Drun.dir=DIR.");
        }
    }

    /** The folder itself, absolute. */
    public Path path() {
        return path;
    }

    /** The resolved configuration. */
    public Path config() {
        return path.resolve(CONFIG);
    }

    /** The events of the training. */
    public Path metrics() {
        return path.resolve("metrics.jsonl");
    }

    /** The folder of saved states; it exists. */
    public Path checkpoints() {
        return path.resolve("checkpoints");
    }

    /** The final metrics. */
    public Path result() {
        return path.resolve(RESULT);
    }

    /** Experiment, program and platform. */
    public Path versions() {
        return path.resolve(VERSIONS);
    }

    /** The program's log. */
    public Path log() {
        return path.resolve("run.log");
    }

    /** The page for people. */
    public Path report() {
        return path.resolve("report.html");
    }

    /** What only the running program knows and the page shows. */
    public Path exhibits() {
        return path.resolve("report");
    }

    /** Event files, a folder for each stage. */
    public Path tensorBoard() {
        return path.resolve("tensorboard");
    }

    /** Progress in the format of a published program. */
    public Path csv(String stage) {
        return path.resolve("csv").resolve(stage + "_r0.csv");
    }

    /** Gives the folder free for another process. */
    @Override
    public void close() {
        FolderLock.release(lock);
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile();
        }
        boolean explained = e instanceof FileSystemException file && file.getReason() != null;
        return explained ? ((FileSystemException) e).getReason() : e.toString();
    }
}
