package io.semisup4j.experiments.bench;

import io.semisup4j.experiments.bench.figures.Median;
import io.semisup4j.experiments.bench.process.StepParts;
import java.util.ArrayList;
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

    /** Every step that counts, for whoever wants other figures of them. */
    String times() {
        return StepTimes.table(ours.times(), peer.map(Side::times));
    }

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
            metrics.put(label + ".ratio", ratio(other));
            metrics.put(label + ".cpuRatio", ours.cpuMilliseconds() / other.cpuMilliseconds());
            metrics.put(label + ".memoryRatio", ours.megabytes() / other.megabytes());
            metrics.put(label + ".lossDifference", lossDifference(other));
        });
        return metrics;
    }

    /**
     * The median of the ratios of steps that were measured one soon after the other: where a machine's speed changes
     * from one minute to the next, the two medians are those of different minutes.
     */
    private double ratio(Side other) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < ours.times().size(); i++) {
            ratios.add(ours.times().get(i).wallSeconds() / other.times().get(i).wallSeconds());
        }
        return Median.of(ratios, Double::doubleValue);
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
