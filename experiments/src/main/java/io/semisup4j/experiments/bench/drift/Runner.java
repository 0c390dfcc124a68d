package io.semisup4j.experiments.bench.drift;

import io.semisup4j.experiments.bench.process.OurProcess;
import io.semisup4j.experiments.bench.process.Peer;
import io.semisup4j.experiments.bench.process.Provider;
import io.semisup4j.experiments.bench.process.StepProcess;
import io.semisup4j.experiments.bench.process.StepTime;
import io.semisup4j.experiments.bench.process.Weights;
import io.semisup4j.experiments.bench.steps.BenchStep;
import io.semisup4j.experiments.bench.steps.BenchSteps;
import io.semisup4j.experiments.bench.steps.StepRequest;
import io.semisup4j.nets.state.NetLayout;
import io.semisup4j.weights.safetensors.SafetensorsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a step so many times from its first weights, in a fresh process.
 *
 * @param folder for what the processes complain about, and for states on their way
 * @param threads of each process
 * @param steps how many
 */
record Runner(Path folder, int threads, int steps) {
    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

    /** Ours; empty, with a warning, where the provider cannot work. */
    Optional<Trajectory> ours(String label, StepRequest request, Provider provider, String... flags)
            throws IOException {
        Optional<String> obstacle = provider.obstacle();
        if (obstacle.isPresent()) {
            LOG.warn(obstacle.get());
            return Optional.empty();
        }
        ProcessBuilder command = OurProcess.command(request, provider, threads, flags);
        try (StepProcess process = StepProcess.start(command, log(label))) {
            Optional<String> missing = provider.missing(process.description());
            if (missing.isPresent()) {
                LOG.warn(missing.get());
                return Optional.empty();
            }
            return Optional.of(follow(label, process, BenchSteps.named(request).layout()));
        }
    }

    /** The peer's from these files, with some entries of its request changed. */
    Trajectory peers(String label, StepRequest request, Peer peer, Weights files, Map<String, Object> variant)
            throws IOException {
        BenchStep step = BenchSteps.named(request);
        Map<String, Object> description = new HashMap<>(step.peer());
        description.putAll(variant);
        ProcessBuilder command = peer.command(description, files, Provider.ONEDNN, threads);
        try (StepProcess process = StepProcess.start(command, log(label))) {
            return follow(label, process, step.layout());
        }
    }

    private Trajectory follow(String label, StepProcess process, NetLayout layout) throws IOException {
        LOG.info("{}: {} steps, {}", label, steps, process.description());
        List<Double> losses = process.run(steps).stream().map(StepTime::loss).toList();
        Path file = folder.resolve(label + ".safetensors");
        process.save(file);
        Trajectory trajectory = Trajectory.of(losses, layout, SafetensorsFile.open(file));
        Files.delete(file);
        return trajectory;
    }

    private Path log(String label) {
        return folder.resolve(label + ".log");
    }
}
