package io.semisup4j.experiments.bench.drift;

import io.semisup4j.experiments.bench.process.Peer;
import io.semisup4j.experiments.bench.process.Provider;
import io.semisup4j.experiments.bench.process.Weights;
import io.semisup4j.experiments.bench.steps.BenchSteps;
import io.semisup4j.experiments.bench.steps.StepRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The drift of every pair from one seed's first weights.
 *
 * @param seed of the weights
 * @param losses of every way to compute, step by step
 * @param drifts by the pair's name in metrics
 */
record SeedDrifts(int seed, Map<String, double[]> losses, Map<String, Drift> drifts) {
    private static final String WINOGRAD = "winograd";
    private static final String EXACT = "exact";
    private static final String TORCH = "torch-onednn";
    private static final String NATIVE = "torch-native";
    private static final String CONTIGUOUS = "torch-contiguous";

    /**
     * Trains in every way; empty, with a warning, where the oneDNN kernels cannot work.
     *
     * @param peer without one, only Winograd's drift is measured
     */
    static Optional<SeedDrifts> measure(Runner runner, StepRequest request, Optional<Peer> peer) throws IOException {
        String label = Drifts.PREFIX + "seed" + request.seed() + ".";
        Optional<Trajectory> winograd = runner.ours(label + WINOGRAD, request, Provider.ONEDNN);
        if (winograd.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Trajectory> all = new LinkedHashMap<>(Map.of(WINOGRAD, winograd.get()));
        all.put(
                EXACT,
                runner.ours(label + EXACT, request, Provider.ONEDNN, "-Dkernels.exact=true")
                        .orElseThrow());
        if (peer.isPresent()) {
            try (Weights files = Weights.write(BenchSteps.named(request), request.seed(), runner.folder())) {
                all.put(TORCH, runner.peers(label + TORCH, request, peer.get(), files, Map.of()));
                all.put(NATIVE, runner.peers(label + NATIVE, request, peer.get(), files, Map.of("oneDnn", false)));
                all.put(
                        CONTIGUOUS,
                        runner.peers(label + CONTIGUOUS, request, peer.get(), files, Map.of("channelsLast", false)));
            }
        }
        return Optional.of(between(request.seed(), all));
    }

    private static SeedDrifts between(int seed, Map<String, Trajectory> all) {
        Map<String, Drift> drifts = new LinkedHashMap<>();
        drifts.put("winograd", Drift.between(all.get(WINOGRAD), all.get(EXACT)));
        if (all.containsKey(TORCH)) {
            drifts.put("peer", Drift.between(all.get(NATIVE), all.get(TORCH)));
            drifts.put("peerLayout", Drift.between(all.get(CONTIGUOUS), all.get(TORCH)));
            drifts.put("oursToPeer", Drift.between(all.get(EXACT), all.get(TORCH)));
        }
        Map<String, double[]> losses = new LinkedHashMap<>();
        all.forEach((way, trajectory) -> losses.put(way, trajectory.losses()));
        return new SeedDrifts(seed, losses, drifts);
    }
}
