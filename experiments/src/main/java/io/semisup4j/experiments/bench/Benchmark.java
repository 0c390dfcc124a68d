package io.semisup4j.experiments.bench;

import io.semisup4j.experiments.bench.process.OurProcess;
import io.semisup4j.experiments.bench.process.Peer;
import io.semisup4j.experiments.bench.process.Provider;
import io.semisup4j.experiments.bench.process.StepProcess;
import io.semisup4j.experiments.bench.process.Weights;
import io.semisup4j.experiments.bench.steps.BenchStep;
import io.semisup4j.experiments.bench.steps.BenchSteps;
import io.semisup4j.experiments.bench.steps.StepRequest;
import io.semisup4j.experiments.launch.Experiment;
import io.semisup4j.experiments.launch.Launcher;
import io.semisup4j.experiments.launch.Outcome;
import io.semisup4j.experiments.launch.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Training steps of ours and of PyTorch's, alternately and repeatedly, each in a process of its own: time, ratio, peak
 * memory. Both begin with the same weights and inputs, and their first losses are compared. Where PyTorch is not
 * installed, ours are measured alone.
 *
 * <p>Cost: ten minutes on two cores. Needs nothing; the peer needs Python with PyTorch. Run: {@code mvn compile
 * exec:java -Dexperiment=benchmark}
 */
public final class Benchmark implements Experiment<BenchmarkConfig> {
    private static final Logger LOG = LoggerFactory.getLogger(Benchmark.class);
    private static final int PROFILED_RUNS = 3;

    @Override
    public String name() {
        return "benchmark";
    }

    @Override
    public String summary() {
        return "time and memory of training steps beside PyTorch's, which take turns; needs no data";
    }

    @Override
    public BenchmarkConfig config() {
        return BenchmarkConfig.standard();
    }

    @Override
    public Outcome run(Run run, BenchmarkConfig config) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(run.folder().path().resolve("benchmark"));
        Peer peer = Peer.unpack(config.python(), folder.resolve("peer"));
        Optional<String> noPeer = peer.problem();
        noPeer.ifPresent(problem -> LOG.warn(
                "{}; only our own steps are measured. -Dset.python=PATH names a Python that has it.", problem));
        Turns turns = new Turns(config, run.stop());
        List<Measured> all = new ArrayList<>();
        for (StepRequest request : config.requests()) {
            for (String label : config.providers()) {
                if (run.stop().requested()) {
                    return Outcome.stopped();
                }
                Optional<Peer> other = noPeer.isPresent() ? Optional.empty() : Optional.of(peer);
                measure(request, Provider.named(label), other, turns, config, folder)
                        .ifPresent(all::add);
            }
        }
        String table = Table.of(all);
        Files.writeString(folder.resolve("table.md"), table);
        LOG.info("\n{}", table);
        Map<String, Double> metrics = new HashMap<>();
        all.forEach(measured -> metrics.putAll(measured.metrics()));
        return run.stop().requested() ? Outcome.stopped() : Outcome.complete(metrics);
    }

    private static Optional<Measured> measure(
            StepRequest request,
            Provider provider,
            Optional<Peer> peer,
            Turns turns,
            BenchmarkConfig config,
            Path folder)
            throws IOException {
        if (provider.obstacle().isPresent()) {
            LOG.warn(provider.obstacle().get());
            return Optional.empty();
        }
        String label = request.label() + "." + provider.label();
        int threads = config.threadsOfBoth();
        Path errors = folder.resolve(label + ".log");
        try (StepProcess ours = StepProcess.start(OurProcess.command(request, provider, threads), errors)) {
            if (provider.missing(ours.description()).isPresent()) {
                LOG.warn(provider.missing(ours.description()).get());
                return Optional.empty();
            }
            LOG.info("{}: {}, {} threads", label, ours.description(), threads);
            Measured measured = peer.isEmpty()
                    ? new Measured(label, turns.take(List.of(ours)).get(0), Optional.empty())
                    : beside(ours, start(peer.get(), request, provider, threads, folder), turns, label);
            Files.writeString(folder.resolve(label + ".profile.txt"), ours.profile(PROFILED_RUNS));
            measured.metrics().forEach((name, value) -> LOG.info("  {} = {}", name, value));
            return Optional.of(measured);
        }
    }

    private static Measured beside(StepProcess ours, StepProcess started, Turns turns, String label)
            throws IOException {
        try (StepProcess peer = started) {
            LOG.info("{}: {}", label, peer.description());
            List<Side> sides = turns.take(List.of(ours, peer));
            return new Measured(label, sides.get(0), Optional.of(sides.get(1)));
        }
    }

    private static StepProcess start(Peer peer, StepRequest request, Provider provider, int threads, Path folder)
            throws IOException {
        BenchStep step = BenchSteps.named(request);
        Weights files = Weights.write(step, folder);
        Path errors = folder.resolve(request.label() + "." + provider.label() + ".peer.log");
        StepProcess started = StepProcess.start(peer.command(step.peer(), files, provider, threads), errors);
        Files.delete(files.weights());
        Files.delete(files.inputs());
        return started;
    }

    /** Starts this experiment. */
    public static void main(String[] args) {
        Launcher.launch(Benchmark.class, args);
    }
}
