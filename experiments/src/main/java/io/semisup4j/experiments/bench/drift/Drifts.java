package io.semisup4j.experiments.bench.drift;

import io.semisup4j.experiments.bench.process.Peer;
import io.semisup4j.experiments.bench.steps.StepRequest;
import io.semisup4j.training.loop.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The drift that Winograd's convolution brings, beside the one between kinds of PyTorch: with oneDNN's convolutions and
 * with its own, and with channels last and contiguous images. All of them begin with the same weights and inputs, and
 * again with the weights of every further seed: how far one training goes apart is a matter of chance, too.
 */
public final class Drifts {
    /** Names of the metrics begin so. */
    static final String PREFIX = "drift.";

    private static final Logger LOG = LoggerFactory.getLogger(Drifts.class);

    private Drifts() {}

    /**
     * Medians over the seeds by the metric's name; {@code drift.md} in the folder has every seed, and the losses step by
     * step, as soon as that seed is done. Fewer seeds if the run is asked to stop.
     *
     * @param folder for the table and the processes' logs
     * @param requests the step from each seed's first weights
     * @param peer without one, only Winograd's drift is measured
     */
    public static Map<String, Double> measure(
            Path folder, List<StepRequest> requests, int threads, int steps, Optional<Peer> peer, StopSignal stop)
            throws IOException {
        Runner runner = new Runner(folder, threads, steps);
        List<SeedDrifts> seeds = new ArrayList<>();
        for (StepRequest request : requests) {
            Optional<SeedDrifts> found =
                    stop.requested() ? Optional.empty() : SeedDrifts.measure(runner, request, peer);
            if (found.isEmpty()) {
                break;
            }
            seeds.add(found.get());
            String table = DriftTable.of(seeds);
            Files.writeString(folder.resolve("drift.md"), table);
            LOG.info("\n{}", table);
        }
        Map<String, Double> metrics = new LinkedHashMap<>();
        medians(seeds).forEach((pair, drift) -> metrics.putAll(drift.metrics(PREFIX + pair)));
        return metrics;
    }

    /** Every pair's median over the seeds. */
    static Map<String, Drift> medians(List<SeedDrifts> seeds) {
        Map<String, List<Drift>> all = new LinkedHashMap<>();
        seeds.forEach(
                seed -> seed.drifts().forEach((pair, drift) -> all.computeIfAbsent(pair, first -> new ArrayList<>())
                        .add(drift)));
        Map<String, Drift> medians = new LinkedHashMap<>();
        all.forEach((pair, drifts) -> medians.put(pair, Drift.median(drifts)));
        return medians;
    }
}
