package io.semisup4j.experiments.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.config.Layer;
import io.semisup4j.config.Resolver;
import io.semisup4j.experiments.Experiments;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExperimentsTest {

    @Test
    void names_are_stable_words_and_differ() {
        assertThat(new Registry(Experiments.all()).experiments())
                .allSatisfy(experiment -> assertThat(experiment.name()).matches("[a-z0-9]+(-[a-z0-9]+)*"))
                .allSatisfy(experiment ->
                        assertThat(experiment.summary()).isNotBlank().hasLineCount(1));
    }

    @Test
    void only_recipes_of_the_papers_count_as_published() {
        assertThat(Experiments.all().stream()
                        .filter(experiment -> !experiment.published())
                        .map(Experiment::name))
                .containsExactlyInAnyOrder(
                        "paws-shapes",
                        "paws-smoke",
                        "paws-cifar10-few",
                        "paws-imagenet-few",
                        "paws-imagenet-10pct-linear",
                        "paws-cifar10-4000-linear",
                        "simclr-ct-imagenet-1pct",
                        "simclr-ct-cifar10-4000",
                        "verify",
                        "export",
                        "benchmark",
                        "step-memory");
    }

    @Test
    void a_changed_value_is_compared_with_the_published_one_only_where_there_is_one() {
        for (Experiment<?> experiment : Experiments.all()) {
            String remark = changedSeed(experiment);
            assertThat(remark)
                    .as(experiment.name())
                    .matches(experiment.published() ? "(|seed: 77 # published: \\d+)" : "(|seed: 77 # default: \\d+)");
        }
    }

    /** The line of the seed in the configuration of a run with another one; empty if it has no seed in {@code run}. */
    private static <C extends Record> String changedSeed(Experiment<C> experiment) {
        Layer seed = new Layer.Overrides(Map.of("run.seed", "77"));
        return Resolver.resolve(experiment.config(), List.of(seed))
                .config()
                .map(config -> RunRecord.yaml(experiment, config))
                .flatMap(yaml -> yaml.lines()
                        .map(String::strip)
                        .filter(line -> line.startsWith("seed: 77"))
                        .findFirst())
                .orElse("");
    }

    @Test
    void every_published_configuration_is_legal() {
        for (Experiment<?> experiment : Experiments.all()) {
            assertThat(Resolver.resolve(experiment.config(), List.of()).problems())
                    .as(experiment.name())
                    .isEmpty();
        }
    }
}
