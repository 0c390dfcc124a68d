package io.semisup4j.experiments.bench;

import io.semisup4j.experiments.bench.process.OurProcess;
import io.semisup4j.experiments.bench.process.Peer;
import io.semisup4j.experiments.bench.process.Provider;
import io.semisup4j.experiments.bench.process.StepProcess;
import io.semisup4j.experiments.bench.process.Weights;
import io.semisup4j.experiments.bench.steps.BenchStep;
import io.semisup4j.experiments.bench.steps.BenchSteps;
import io.semisup4j.experiments.bench.steps.StepRequest;
import io.semisup4j.training.loop.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures one step after the other, beside the peer if there is one. */
final class SideBySide {
    private static final Logger LOG = LoggerFactory.getLogger(SideBySide.class);
    private static final int PROFILED_RUNS = 3;
    private static final int TIMED_STEPS = 11;

    private final BenchmarkConfig config;
    private final Path folder;
    private final Optional<Peer> peer;
    private final Turns turns;

    /** Writes profiles and what the processes complain about into the folder. */
    SideBySide(BenchmarkConfig config, Path folder, Optional<Peer> peer, StopSignal stop) {
        this.config = config;
        this.folder = folder;
        this.peer = peer;
        this.turns = new Turns(config, stop);
    }

    /** Empty, with a warning, where the provider cannot work. */
    Optional<Measured> measure(StepRequest request, Provider provider) throws IOException {
        Optional<String> obstacle = provider.obstacle();
        if (obstacle.isPresent()) {
            LOG.warn(obstacle.get());
            return Optional.empty();
        }
        String label = request.label() + "." + provider.label();
        ProcessBuilder command = OurProcess.command(request, provider, config.threadsOfBoth());
        try (StepProcess ours = StepProcess.start(command, folder.resolve(label + ".log"))) {
            Optional<String> missing = provider.missing(ours.description());
            if (missing.isPresent()) {
                LOG.warn(missing.get());
                return Optional.empty();
            }
            LOG.info("{}: {}, {} threads", label, ours.description(), config.threadsOfBoth());
            List<Side> sides =
                    peer.isEmpty() ? turns.take(List.of(ours)) : beside(ours, start(request, provider, label), label);
            Measured measured =
                    new Measured(label, sides.get(0), sides.stream().skip(1).findFirst(), ours.parts(TIMED_STEPS));
            Files.writeString(folder.resolve(label + ".times.csv"), measured.times());
            Files.writeString(folder.resolve(label + ".profile.txt"), ours.profile(PROFILED_RUNS));
            LOG.info(Table.line(measured));
            return Optional.of(measured);
        }
    }

    /** Every step with every provider. */
    List<Measured> measureAll(StopSignal stop) throws IOException {
        List<Measured> all = new ArrayList<>();
        for (StepRequest request : config.requests()) {
            for (String provider : config.providers()) {
                if (!stop.requested()) {
                    measure(request, Provider.named(provider)).ifPresent(all::add);
                }
            }
        }
        return all;
    }

    private List<Side> beside(StepProcess ours, StepProcess started, String label) throws IOException {
        try (StepProcess other = started) {
            LOG.info("{}: {}", label, other.description());
            return turns.take(List.of(ours, other));
        }
    }

    private StepProcess start(StepRequest request, Provider provider, String label) throws IOException {
        BenchStep step = BenchSteps.named(request);
        try (Weights files = Weights.write(step, request.seed(), folder)) {
            ProcessBuilder command = peer.orElseThrow().command(step.peer(), files, provider, config.threadsOfBoth());
            return StepProcess.start(command, folder.resolve(label + ".peer.log"));
        }
    }
}
