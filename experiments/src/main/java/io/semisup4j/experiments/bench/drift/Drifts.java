package io.semisup4j.experiments.bench.drift;

import io.semisup4j.experiments.bench.process.Peer;
import io.semisup4j.experiments.bench.process.Provider;
import io.semisup4j.experiments.bench.steps.StepRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The drift that Winograd's convolution brings, beside the one between kinds of PyTorch: with oneDNN's convolutions and
 * with its own, and with channels last and contiguous images. All of them begin with the same weights and inputs.
 */
public final class Drifts {
    /** Names of the metrics begin so. */
    static final String PREFIX = "drift.";

    private static final Logger LOG = LoggerFactory.getLogger(Drifts.class);
    private static final String WINOGRAD = "winograd";
    private static final String EXACT = "exact";
    private static final String TORCH = "torch-onednn";
    private static final String NATIVE = "torch-native";
    private static final String CONTIGUOUS = "torch-contiguous";

    private Drifts() {}

    /**
     * Metrics by name; {@code drift.md} in the folder gets them and the losses step by step.
     *
     * @param folder for the table and the processes' logs
     * @param peer without one, only Winograd's drift is measured
     */
    public static Map<String, Double> measure(
            Path folder, StepRequest request, int threads, int steps, Optional<Peer> peer) throws IOException {
        Runner runner = new Runner(folder, threads, steps);
        Map<String, Trajectory> all = new LinkedHashMap<>();
        Map<String, Drift> drifts = new LinkedHashMap<>();
        Optional<Trajectory> winograd = runner.ours(PREFIX + WINOGRAD, request, Provider.ONEDNN);
        if (winograd.isEmpty()) {
            return Map.of();
        }
        all.put(WINOGRAD, winograd.get());
        all.put(
                EXACT,
                runner.ours(PREFIX + EXACT, request, Provider.ONEDNN, "-Dkernels.exact=true")
                        .orElseThrow());
        drifts.put("winograd", Drift.between(all.get(WINOGRAD), all.get(EXACT)));
        if (peer.isPresent()) {
            all.put(TORCH, runner.peers(PREFIX + TORCH, request, peer.get(), Map.of()));
            all.put(NATIVE, runner.peers(PREFIX + NATIVE, request, peer.get(), Map.of("oneDnn", false)));
            all.put(CONTIGUOUS, runner.peers(PREFIX + CONTIGUOUS, request, peer.get(), Map.of("channelsLast", false)));
            drifts.put("peer", Drift.between(all.get(NATIVE), all.get(TORCH)));
            drifts.put("peerLayout", Drift.between(all.get(CONTIGUOUS), all.get(TORCH)));
            drifts.put("oursToPeer", Drift.between(all.get(EXACT), all.get(TORCH)));
        }
        String table = DriftTable.of(all, drifts);
        Files.writeString(folder.resolve("drift.md"), table);
        LOG.info("\n{}", table);
        Map<String, Double> metrics = new LinkedHashMap<>();
        drifts.forEach((name, drift) -> metrics.putAll(drift.metrics(PREFIX + name)));
        return metrics;
    }
}
