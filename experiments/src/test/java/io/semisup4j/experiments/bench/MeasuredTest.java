package io.semisup4j.experiments.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.semisup4j.experiments.bench.process.StepParts;
import io.semisup4j.experiments.bench.process.StepTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeasuredTest {
    private final Side ours = side(120, 2.0, 0.4, 0.1, 0.3);
    private final Side peer = side(100, 2.001, 0.4, 0.2, 0.8);
    private final List<StepParts> parts =
            List.of(new StepParts(1, 0.25, 0.25), new StepParts(1, 0.875, 0.0625), new StepParts(2, 1.9375, 0.0625));

    @Test
    void times_are_medians_and_their_ratio_is_the_median_of_steps_that_took_turns() {
        var metrics = new Measured("step.nd4j", ours, Optional.of(peer), parts).metrics();

        assertThat(metrics.get("step.nd4j.milliseconds")).isCloseTo(300, within(1e-9));
        assertThat(metrics.get("step.nd4j.peerMilliseconds")).isCloseTo(400, within(1e-9));
        assertThat(metrics.get("step.nd4j.ratio")).isCloseTo(0.5, within(1e-9)); // of 1, 0.5, 0.375
        assertThat(metrics.get("step.nd4j.memoryRatio")).isCloseTo(1.2, within(1e-9));
    }

    @Test
    void every_step_can_be_read_beside_the_peers() {
        assertThat(new Measured("a", ours, Optional.of(peer), parts).times())
                .isEqualTo("step,seconds,cpuSeconds,peerSeconds,peerCpuSeconds\n"
                        + "1,0.4,0.4,0.4,0.4\n2,0.1,0.1,0.2,0.2\n3,0.3,0.3,0.8,0.8\n");
        assertThat(new Measured("a", ours, Optional.empty(), parts).times())
                .isEqualTo("step,seconds,cpuSeconds\n1,0.4,0.4\n2,0.1,0.1\n3,0.3,0.3\n");
    }

    @Test
    void processor_time_is_a_mean() {
        var metrics = new Measured("step.nd4j", ours, Optional.of(peer), parts).metrics();

        assertThat(metrics.get("step.nd4j.cpuMilliseconds")).isCloseTo(800 / 3.0, within(1e-9));
        assertThat(metrics.get("step.nd4j.cpuRatio")).isCloseTo(0.8 / 1.4, within(1e-9));
    }

    @Test
    void first_losses_that_differ_show() {
        assertThat(new Measured("a", ours, Optional.of(peer), parts).metrics().get("a.lossDifference"))
                .isCloseTo(0.001 / 2.001, within(1e-12));
        assertThat(new Measured("a", side(1, Double.NaN, 1), Optional.of(peer), parts)
                        .metrics()
                        .get("a.lossDifference"))
                .isNaN();
    }

    @Test
    void what_is_outside_of_kernels_is_a_median_and_stands_with_and_without_the_optimiser() {
        var metrics = new Measured("a", ours, Optional.empty(), parts).metrics();

        assertThat(metrics.get("a.outsideKernels")).isCloseTo(0.0625, within(1e-12));
        assertThat(metrics.get("a.outsideKernelsWithOptimiser")).isCloseTo(0.125, within(1e-12));
    }

    @Test
    void without_a_peer_there_is_no_ratio_and_the_table_has_dashes() {
        Measured alone = new Measured("step.nd4j", ours, Optional.empty(), parts);

        assertThat(alone.metrics())
                .containsOnlyKeys(
                        "step.nd4j.milliseconds",
                        "step.nd4j.cpuMilliseconds",
                        "step.nd4j.megabytes",
                        "step.nd4j.outsideKernels",
                        "step.nd4j.outsideKernelsWithOptimiser");
        assertThat(Table.of(List.of(alone)).lines().skip(2))
                .containsExactly("| step.nd4j | 300.0 | - | - | 266.7 | - | - | 120 | - | - | - | 0.0625 |");
    }

    private static Side side(double megabytes, double loss, double... seconds) {
        return new Side(
                List.of(new StepTime(9, 9, loss)),
                java.util.Arrays.stream(seconds)
                        .mapToObj(s -> new StepTime(s, s, 0))
                        .toList(),
                megabytes);
    }
}
