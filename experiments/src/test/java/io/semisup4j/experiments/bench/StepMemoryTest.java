package io.semisup4j.experiments.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.semisup4j.experiments.launch.DataFolders;
import io.semisup4j.experiments.launch.Outcome;
import io.semisup4j.experiments.launch.Run;
import io.semisup4j.training.loop.StopSignal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StepMemoryTest {
    private final StepMemoryConfig tiny = new StepMemoryConfig("wide_resnet10w1", 2, 8, 3, 2, true);

    @Test
    void a_run_that_is_asked_to_stop_claims_no_figures() {
        StopSignal stop = new StopSignal();
        stop.request();

        Outcome outcome = new StepMemory().run(run(stop), tiny);

        assertThat(outcome.complete()).isFalse();
        assertThat(outcome.metrics()).isEmpty();
    }

    @Test
    void a_run_to_the_end_tells_time_and_memory() {
        Outcome outcome = new StepMemory().run(run(new StopSignal()), tiny);

        assertThat(outcome.complete()).isTrue();
        assertThat(outcome.metrics()).containsKeys("rss.start.megabytes", "rss.end.megabytes");
        assertThat(outcome.metrics().get("step.milliseconds")).isPositive();
        assertThat(outcome.metrics().get("arena.megabytes")).isPositive();
    }

    @Test
    void an_unknown_backbone_is_told_with_the_known_ones() {
        StepMemoryConfig unknown = new StepMemoryConfig("resnet49", 2, 8, 3, 2, true);

        assertThat(unknown.problems()).singleElement().asString().contains("resnet49", "resnet50");
    }

    @Test
    void several_devices_do_more_images_a_step() {
        Outcome one = new StepMemory().run(run(new StopSignal()), tiny);
        Outcome two = new StepMemory().run(run(2, new StopSignal()), tiny);

        double ofOne = one.metrics().get("images.per.second") * one.metrics().get("step.milliseconds");
        double ofTwo = two.metrics().get("images.per.second") * two.metrics().get("step.milliseconds");
        assertThat(ofTwo).isCloseTo(2 * ofOne, withinPercentage(0.1));
    }

    private static Run run(StopSignal stop) {
        return run(1, stop);
    }

    /** Nothing is written, so no folder is needed. */
    private static Run run(int devices, StopSignal stop) {
        return new Run(null, new DataFolders(Map.of()), List.of(), devices, stop);
    }
}
