package io.semisup4j.experiments.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.config.Resolver;
import io.semisup4j.experiments.Experiments;
import java.util.List;
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
    void every_published_configuration_is_legal() {
        for (Experiment<?> experiment : Experiments.all()) {
            assertThat(Resolver.resolve(experiment.config(), List.of()).problems())
                    .as(experiment.name())
                    .isEmpty();
        }
    }
}
