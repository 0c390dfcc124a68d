package io.semisup4j.experiments.bench.drift;

import io.semisup4j.experiments.bench.process.Provider;
import io.semisup4j.experiments.bench.steps.StepRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Whether our training comes out the same to the last bit in two fresh processes with the same number of threads. */
public final class Repeats {
    private Repeats() {}

    /**
     * {@code repeat.<step>.<provider>}, how many losses, parameters and running statistics differ: 0 is bit-identical.
     * Empty where the provider cannot work.
     *
     * @param folder for the processes' logs
     */
    public static Map<String, Double> measure(
            Path folder, StepRequest request, Provider provider, int threads, int steps) throws IOException {
        Runner runner = new Runner(folder, threads, steps);
        String label = "repeat." + request.label() + "." + provider.label();
        Optional<Trajectory> first = runner.ours(label + ".first", request, provider);
        if (first.isEmpty()) {
            return Map.of();
        }
        Trajectory second = runner.ours(label + ".second", request, provider).orElseThrow();
        return Map.of(label, (double) first.get().differingBits(second));
    }
}
