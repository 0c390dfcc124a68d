package io.semisup4j.experiments.bench.process;

import com.sun.management.OperatingSystemMXBean;
import io.semisup4j.engine.plan.Plan;
import io.semisup4j.engine.plan.Profile;
import io.semisup4j.engine.runtime.ProcessStart;
import io.semisup4j.engine.runtime.ResidentMemory;
import io.semisup4j.experiments.bench.steps.BenchStep;
import io.semisup4j.experiments.bench.steps.BenchSteps;
import io.semisup4j.experiments.bench.steps.ReadyStep;
import io.semisup4j.experiments.bench.steps.StepRequest;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.nets.state.OfficialState;
import io.semisup4j.weights.safetensors.SafetensorsWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Our step in a process of its own. Commands come line by line on standard input, answers go to standard output behind
 * an {@code @}: {@code run N}, {@code memory}, {@code parts N}, {@code profile N}, {@code save FILE},
 * {@code quit}.
 */
public final class StepServer {
    private final NetState state;
    private final ReadyStep step;
    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private StepServer(StepRequest request) {
        BenchStep description = BenchSteps.named(request);
        this.state = NetState.initial(description.layout(), request.seed(), DataType.FLOAT);
        this.step = description.prepare(state);
    }

    /** The arguments are those of {@link StepRequest#arguments}. */
    public static void main(String[] args) throws IOException {
        ProcessStart.prepare();
        try {
            serve(StepRequest.of(Arrays.asList(args)));
        } catch (RuntimeException failure) {
            failure.printStackTrace();
            // Whoever waits for answers shows the last lines alone.
            System.err.println(failure.getMessage());
        }
    }

    private static void serve(StepRequest request) throws IOException {
        StepServer server = new StepServer(request);
        say("ready " + kernels(server.step.plan().plan()) + ", Java " + System.getProperty("java.version"));
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null && !line.equals("quit"); line = commands.readLine()) {
            server.answer(line.split(" ", 2));
        }
    }

    /** Which kernels the plan really uses, and whether any of its arrays are bfloat16. */
    private static String kernels(Plan plan) {
        String text = plan.toString();
        String names = Stream.of("onednn", "nd4j")
                .filter(name -> text.contains(" " + name + " "))
                .collect(Collectors.joining(" and "));
        return "kernels of " + names + (text.contains("bf16") ? " in bf16" : "");
    }

    private void answer(String[] command) {
        switch (command[0]) {
            case "run" -> run(Integer.parseInt(command[1]));
            case "memory" -> say("memory " + ResidentMemory.peakMegabytes());
            case "parts" -> parts(Integer.parseInt(command[1]));
            case "save" -> save(Path.of(command[1]));
            case "profile" -> profile(Integer.parseInt(command[1]));
            default -> throw new IllegalArgumentException("unknown command " + command[0]);
        }
    }

    private void run(int steps) {
        for (int i = 0; i < steps; i++) {
            long wall = System.nanoTime();
            long cpu = system.getProcessCpuTime();
            double loss = step.run();
            say("step " + (System.nanoTime() - wall) / 1e9 + " " + (system.getProcessCpuTime() - cpu) / 1e9 + " "
                    + loss);
        }
    }

    /** From the first of these steps on, steps are a little slower: every kernel is timed. */
    private void parts(int steps) {
        step.plan().startProfile();
        for (int i = 0; i < steps; i++) {
            double kernels = kernelSeconds();
            double optimiser = step.optimiser().seconds();
            long wall = System.nanoTime();
            step.run();
            double seconds = (System.nanoTime() - wall) / 1e9;
            say("part " + seconds + " " + (kernelSeconds() - kernels) + " "
                    + (step.optimiser().seconds() - optimiser));
        }
    }

    private double kernelSeconds() {
        Profile profile = step.plan().profile();
        return profile.millisecondsPerRun() * profile.runs() / 1e3;
    }

    private void save(Path file) {
        SafetensorsWriter.write(file, OfficialState.export(state), Map.of());
        say("saved");
    }

    private void profile(int runs) {
        Profile profile = new Profile();
        for (int i = 0; i < runs; i++) {
            step.plan().plan().run(profile);
        }
        (step.plan().plan().memory() + "\n" + profile).lines().forEach(line -> say("profile " + line));
        say("profile " + StepProcess.END);
    }

    private static void say(String text) {
        System.out.println("@" + text);
    }
}
