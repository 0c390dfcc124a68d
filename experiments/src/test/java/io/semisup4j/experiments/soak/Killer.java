package io.semisup4j.experiments.soak;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Kills a run with SIGKILL at a random moment: while it starts, after some steps, or while it writes a checkpoint. */
final class Killer {
    private static final int LONGEST_START_MILLIS = 6_000;

    /** A step's line in the metrics file has about as many bytes. */
    private static final long STEP_BYTES = 200;

    /** What was going on when the process died. */
    enum Moment {
        STARTING,
        STEPPING,
        WRITING
    }

    private final Random random;
    private final Path folder;

    Killer(Random random, Path folder) {
        this.random = random;
        this.folder = folder;
    }

    /** Waits for the moment and kills; answers false if the run ended before. */
    boolean kill(ChildRun child, Moment moment) throws IOException, InterruptedException {
        switch (moment) {
            case STARTING -> whileStarting(child);
            case STEPPING -> afterSteps(child, 1 + random.nextInt(4));
            case WRITING -> {
                afterSteps(child, random.nextInt(3));
                whileWriting(child);
            }
        }
        boolean alive = child.process().isAlive();
        child.process().destroyForcibly().waitFor();
        return alive && child.process().exitValue() != 0;
    }

    /** Not later than its first step, however fast the machine is. */
    private void whileStarting(ChildRun child) throws IOException, InterruptedException {
        long end = System.nanoTime() + random.nextInt(LONGEST_START_MILLIS) * 1_000_000L;
        long before = metricsBytes();
        while (child.process().isAlive() && System.nanoTime() < end && metricsBytes() <= before) {
            Thread.sleep(1);
        }
    }

    private void afterSteps(ChildRun child, int steps) throws IOException, InterruptedException {
        long wanted = metricsBytes() + STEP_BYTES * steps;
        while (child.process().isAlive() && metricsBytes() < wanted) {
            Thread.sleep(1);
        }
        Thread.sleep(random.nextInt(30));
    }

    /** From the first sight of an unfinished checkpoint on, within a few milliseconds. */
    private void whileWriting(ChildRun child) throws IOException, InterruptedException {
        while (child.process().isAlive() && unfinished().isEmpty()) {
            Thread.onSpinWait();
        }
        Thread.sleep(0, random.nextInt(3) * 400_000);
    }

    private long metricsBytes() throws IOException {
        try {
            return Files.size(folder.resolve("metrics.jsonl"));
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    /** Checkpoints that are being written, or were when the last process died. */
    List<Path> unfinished() throws IOException {
        List<Path> found = new ArrayList<>();
        Path checkpoints = folder.resolve("checkpoints");
        if (!Files.isDirectory(checkpoints)) {
            return found;
        }
        try (DirectoryStream<Path> stages = Files.newDirectoryStream(checkpoints, Files::isDirectory)) {
            for (Path stage : stages) {
                try (DirectoryStream<Path> writing = Files.newDirectoryStream(stage, ".step-*.writing")) {
                    writing.forEach(found::add);
                }
            }
        }
        return found;
    }
}
