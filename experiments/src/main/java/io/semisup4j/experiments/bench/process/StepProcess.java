package io.semisup4j.experiments.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** A step in another process, which waits for commands between them and then takes no processor time. */
public final class StepProcess implements AutoCloseable {
    /** The last line of a profile. */
    static final String END = "end";

    private static final int LINES_OF_A_FAILURE = 6;

    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter commands;
    private final Path errors;
    private final String description;

    private StepProcess(ProcessBuilder command, Path errors) throws IOException {
        this.errors = errors;
        this.process = command.redirectError(errors.toFile()).start();
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.commands =
                new PrintWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8), true);
        this.description = answer("ready");
    }

    /**
     * Starts a process and waits until its step is ready.
     *
     * @param errors file for what it says on standard error
     * @throws BenchmarkException with its last words if it ends before
     */
    public static StepProcess start(ProcessBuilder command, Path errors) throws IOException {
        return new StepProcess(command, errors);
    }

    /** What the process says about itself: versions and libraries. */
    public String description() {
        return description;
    }

    /** Runs some steps. */
    public List<StepTime> run(int steps) throws IOException {
        commands.println("run " + steps);
        return answers("step", steps, numbers -> new StepTime(numbers[0], numbers[1], numbers[2]));
    }

    /** The largest resident memory so far, in megabytes. */
    public double peakMegabytes() throws IOException {
        commands.println("memory");
        return Double.parseDouble(answer("memory"));
    }

    /** Writes the trained values as they are now into a safetensors file, under official names. */
    public void save(Path file) throws IOException {
        commands.println("save " + file.toAbsolutePath());
        answer("saved");
    }

    /** Runs some steps and tells where their time went; only ours can tell. */
    public List<StepParts> parts(int steps) throws IOException {
        commands.println("parts " + steps);
        return answers("part", steps, numbers -> new StepParts(numbers[0], numbers[1], numbers[2]));
    }

    /** Time by kind of operation; only ours can tell. */
    public String profile(int runs) throws IOException {
        commands.println("profile " + runs);
        StringBuilder text = new StringBuilder();
        for (String line = answer("profile"); !line.equals(END); line = answer("profile")) {
            text.append(line).append('\n');
        }
        return text.toString();
    }

    /** So many answers of a kind, each a line of numbers. */
    private <T> List<T> answers(String kind, int count, Function<double[], T> read) throws IOException {
        List<T> found = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            found.add(read.apply(Arrays.stream(answer(kind).split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray()));
        }
        return found;
    }

    /** The next answer of a kind, without its first word; what libraries print in between is passed over. */
    private String answer(String kind) throws IOException {
        String beginning = "@" + kind;
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(beginning)) {
                return line.substring(beginning.length()).strip();
            }
        }
        throw new BenchmarkException("A measured process has ended; " + lastWords());
    }

    private String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(errors);
        return lines.isEmpty()
                ? "it did not say why."
                : "its last words were:\n"
                        + String.join(
                                "\n", lines.subList(Math.max(0, lines.size() - LINES_OF_A_FAILURE), lines.size()));
    }

    @Override
    public void close() {
        commands.println("quit");
        commands.close();
        process.destroy();
    }
}
