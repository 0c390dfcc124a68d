package io.semisup4j.experiments.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.experiments.launch.DataFolders;
import io.semisup4j.experiments.launch.Outcome;
import io.semisup4j.experiments.launch.Run;
import io.semisup4j.training.loop.StopSignal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StepMemoryTest {
    private final StepMemoryConfig tiny = new StepMemoryConfig("wide_resnet10w1", 2, 8, 3, 2);

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
        StepMemoryConfig unknown = new StepMemoryConfig("resnet49", 2, 8, 3, 2);

        assertThat(unknown.problems()).singleElement().asString().contains("resnet49", "resnet50");
    }

    /** Nothing is written, so no folder is needed. */
    private static Run run(StopSignal stop) {
        return new Run(null, new DataFolders(Map.of()), List.of(), stop);
    }
}
