package io.semisup4j.experiments.bench;

import io.semisup4j.experiments.bench.figures.Median;
import io.semisup4j.experiments.bench.process.StepParts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A step with one provider's kernels, beside the peer's if there is one.
 *
 * @param label {@code <step>.<provider>}
 * @param ours what we took
 * @param peer what the peer took
 * @param parts where the time of ours went, in steps of which every kernel was timed
 */
record Measured(String label, Side ours, Optional<Side> peer, List<StepParts> parts) {

    /** Metrics by name; ratios are ours over the peer's, so that lower is better. */
    Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put(label + ".milliseconds", ours.milliseconds());
        metrics.put(label + ".cpuMilliseconds", ours.cpuMilliseconds());
        metrics.put(label + ".megabytes", ours.megabytes());
        metrics.put(label + ".outsideKernels", Median.of(parts, StepParts::outside));
        metrics.put(label + ".outsideKernelsWithOptimiser", Median.of(parts, StepParts::outsideWithOptimiser));
        peer.ifPresent(other -> {
            metrics.put(label + ".peerMilliseconds", other.milliseconds());
            metrics.put(label + ".peerCpuMilliseconds", other.cpuMilliseconds());
            metrics.put(label + ".peerMegabytes", other.megabytes());
            metrics.put(label + ".ratio", ours.milliseconds() / other.milliseconds());
            metrics.put(label + ".cpuRatio", ours.cpuMilliseconds() / other.cpuMilliseconds());
            metrics.put(label + ".memoryRatio", ours.megabytes() / other.megabytes());
            metrics.put(label + ".lossDifference", lossDifference(other));
        });
        return metrics;
    }

    /** The largest relative difference of the first losses, which began with the same weights and inputs. */
    private double lossDifference(Side other) {
        double worst = 0;
        for (int i = 0; i < ours.first().size(); i++) {
            double expected = other.first().get(i).loss();
            double difference = Math.abs(ours.first().get(i).loss() - expected) / Math.max(1, Math.abs(expected));
            worst = Double.isNaN(difference) ? Double.NaN : Math.max(worst, difference);
        }
        return worst;
    }
}
