package io.semisup4j.experiments.bench;

import io.semisup4j.experiments.bench.drift.Drifts;
import io.semisup4j.experiments.bench.drift.Repeats;
import io.semisup4j.experiments.bench.process.Peer;
import io.semisup4j.experiments.bench.process.Provider;
import io.semisup4j.experiments.bench.steps.StepRequest;
import io.semisup4j.training.loop.StopSignal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is asked for of drift and repeatability. */
final class Roundings {
    private Roundings() {}

    /** Metrics by name; incomplete if the run is asked to stop. */
    static Map<String, Double> measure(BenchmarkConfig config, Path folder, Optional<Peer> peer, StopSignal stop)
            throws IOException {
        Map<String, Double> metrics = new HashMap<>();
        int threads = config.threadsOfBoth();
        if (config.repeatSteps() > 0) {
            for (StepRequest request : config.requests()) {
                for (String provider : config.providers()) {
                    if (!stop.requested()) {
                        metrics.putAll(Repeats.measure(
                                folder, request, Provider.named(provider), threads, config.repeatSteps()));
                    }
                }
            }
        }
        if (config.driftSteps() > 0 && !stop.requested()) {
            metrics.putAll(Drifts.measure(folder, config.drifting(), threads, config.driftSteps(), peer, stop));
        }
        return metrics;
    }
}
