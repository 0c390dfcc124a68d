package io.semisup4j.experiments.paws;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.config.Layer;
import io.semisup4j.config.Resolved;
import io.semisup4j.config.Resolver;
import io.semisup4j.paws.config.ComparisonConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a user says what a pre-training begins with. */
class BeginningsTest {

    @Test
    void weights_to_begin_with_are_set_by_their_path() {
        Resolved<ComparisonConfig> resolved = resolve(Map.of("run.initFrom", "runs/paws-shapes/1"));
        assertThat(resolved.problems()).isEmpty();
        assertThat(resolved.config().orElseThrow().run().initFrom()).isEqualTo(Path.of("runs/paws-shapes/1"));
        assertThat(resolve(Map.of()).config().orElseThrow().run().initFrom()).isNull();
    }

    @Test
    void two_beginnings_at_once_are_refused() {
        assertThat(resolve(Map.of("run.initFrom", "a", "run.continueFrom", "b")).problems())
                .singleElement()
                .asString()
                .contains("run: initFrom and continueFrom are both set");
    }

    private static Resolved<ComparisonConfig> resolve(Map<String, String> overrides) {
        return Resolver.resolve(new PawsShapes().config(), List.of(new Layer.Overrides(overrides)));
    }
}
