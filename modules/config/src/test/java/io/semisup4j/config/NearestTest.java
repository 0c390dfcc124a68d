package io.semisup4j.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> NAMES = List.of("paws-shapes", "paws-smoke", "paws-cifar10-4000");

    @Test
    void a_slip_of_the_finger_finds_its_word_alone() {
        assertThat(Nearest.to("paws-shpes", NAMES)).containsExactly("paws-shapes");
        assertThat(Nearest.to("paws_shapes", NAMES)).containsExactly("paws-shapes");
    }

    @Test
    void a_part_finds_every_word_that_holds_it() {
        assertThat(Nearest.to("cifar", NAMES)).containsExactly("paws-cifar10-4000");
        assertThat(Nearest.to("paws", NAMES)).containsExactlyInAnyOrderElementsOf(NAMES);
    }

    @Test
    void a_part_of_a_keys_last_name_finds_the_key() {
        assertThat(Nearest.to("run.threads", List.of("run.seed", "run.loaderThreads")))
                .containsExactly("run.loaderThreads");
    }

    @Test
    void a_foreign_word_finds_nothing_and_asks_nothing() {
        assertThat(Nearest.to("imagenet", NAMES)).isEmpty();
        assertThat(Nearest.question("imagenet", NAMES)).isEmpty();
        assertThat(Nearest.question("paws-shpes", NAMES)).isEqualTo(" Did you mean paws-shapes?");
    }
}
