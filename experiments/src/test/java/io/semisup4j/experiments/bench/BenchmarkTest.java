package io.semisup4j.experiments.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.config.Layer;
import io.semisup4j.config.Resolver;
import io.semisup4j.experiments.bench.steps.StepRequest;
import io.semisup4j.experiments.launch.DataFolders;
import io.semisup4j.experiments.launch.Outcome;
import io.semisup4j.experiments.launch.Run;
import io.semisup4j.reporting.folder.RunFolder;
import io.semisup4j.training.loop.StopSignal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkTest {
    private final BenchmarkConfig tiny = new BenchmarkConfig(
            List.of("tiny"),
            List.of("nd4j"),
            1,
            2,
            1,
            1,
            List.of(1),
            List.of(6),
            2,
            1,
            3,
            0,
            1,
            0,
            "there-is-no-such-python");

    @TempDir
    private Path folder;

    @Test
    void measures_ours_alone_where_there_is_no_peer() throws Exception {
        Outcome outcome;
        try (RunFolder runFolder = RunFolder.open(folder)) {
            Run run = new Run(runFolder, new DataFolders(Map.of()), List.of(), 1, new StopSignal());
            outcome = new Benchmark().run(run, tiny);
        }

        assertThat(outcome.complete()).isTrue();
        assertThat(outcome.metrics())
                .containsOnlyKeys(
                        "tiny.nd4j.milliseconds",
                        "tiny.nd4j.cpuMilliseconds",
                        "tiny.nd4j.megabytes",
                        "tiny.nd4j.outsideKernels",
                        "tiny.nd4j.outsideKernelsWithOptimiser",
                        "repeat.tiny.nd4j");
        assertThat(outcome.metrics().get("repeat.tiny.nd4j")).isZero();
        assertThat(outcome.metrics().get("tiny.nd4j.outsideKernels"))
                .isPositive()
                .isLessThan(outcome.metrics().get("tiny.nd4j.outsideKernelsWithOptimiser"));
        assertThat(outcome.metrics().get("tiny.nd4j.outsideKernelsWithOptimiser"))
                .isLessThan(1);
        assertThat(outcome.metrics().get("tiny.nd4j.milliseconds")).isPositive();
        assertThat(outcome.metrics().get("tiny.nd4j.megabytes")).isPositive();
        assertThat(folder.resolve("benchmark/table.md")).content().contains("| tiny.nd4j |", "| - |");
        assertThat(folder.resolve("benchmark/tiny.nd4j.profile.txt")).content().contains("convolution.gradient (nd4j)");
    }

    @Test
    void unknown_steps_and_providers_are_told_with_the_known_ones() {
        var overrides = new Layer.Overrides(Map.of("steps", "[wrn-28]", "providers", "[cudnn]"));

        assertThat(Resolver.resolve(new Benchmark().config(), List.of(overrides))
                        .problems())
                .anySatisfy(problem -> assertThat(problem).contains("wrn-28", "resnet-50"))
                .anySatisfy(problem -> assertThat(problem).contains("cudnn", "onednn-bf16"));
    }

    @Test
    void sizes_multiply_and_views_concern_paws_alone() {
        BenchmarkConfig sizes = new BenchmarkConfig(
                List.of("tiny", "paws-cifar"),
                List.of("nd4j"),
                1,
                1,
                1,
                1,
                List.of(1, 2),
                List.of(6, 0),
                8,
                2,
                0,
                0,
                1,
                0,
                "python");

        assertThat(sizes.requests())
                .extracting(request -> request.label())
                .containsExactly(
                        "tiny", "tiny.x2", "paws-cifar", "paws-cifar.views2", "paws-cifar.x2", "paws-cifar.x2.views2");
    }

    @Test
    void the_drift_is_that_of_the_step_of_paws_in_its_first_size_from_one_seed() {
        BenchmarkConfig standard = BenchmarkConfig.standard();

        assertThat(standard.drifting())
                .containsExactly(
                        new StepRequest("paws-cifar", 1, 6, standard.pawsImages(), standard.pawsSupportImages(), 1));
    }

    @Test
    void more_seeds_drift_from_weights_of_their_own() {
        var overrides = new Layer.Overrides(Map.of("driftSeeds", "3"));
        BenchmarkConfig three = Resolver.resolve(BenchmarkConfig.standard(), List.of(overrides))
                .config()
                .orElseThrow();

        assertThat(three.drifting()).extracting(StepRequest::seed).containsExactly(1, 2, 3);
    }
}
