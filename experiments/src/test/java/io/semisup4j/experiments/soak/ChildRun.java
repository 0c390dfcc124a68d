package io.semisup4j.experiments.soak;

import io.semisup4j.experiments.launch.Launcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The launcher in a process of its own, with one thread for computing, so that equal runs give equal bits.
 *
 * @param process the child; only it is ever killed
 * @param console the file that holds everything it has printed
 */
record ChildRun(Process process, Path console) {
    private static final long PATIENCE_MINUTES = 30;

    /** Starts it; {@code settings} are the launcher's properties. */
    static ChildRun start(Path console, List<String> settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", // most children live for seconds
                "-Dorg.bytedeco.javacpp.maxbytes=4G",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Launcher.class.getName()));
        command.addAll(settings);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(console.toFile());
        builder.environment().put("OMP_NUM_THREADS", "1");
        return new ChildRun(builder.start(), console);
    }

    /** Starts it and waits for its end; returns the exit code. */
    static int run(Path console, List<String> settings) throws IOException, InterruptedException {
        return start(console, settings).end();
    }

    /** Waits for its end; returns the exit code. */
    int end() throws InterruptedException {
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("the child did not end; it said: " + text());
        }
        return process.exitValue();
    }

    /** What it has printed, runs of white space as single spaces. */
    String text() {
        try {
            return Files.readString(console).replaceAll("\\s+", " ");
        } catch (IOException e) {
            return "(nothing: " + e.getMessage() + ")";
        }
    }
}
