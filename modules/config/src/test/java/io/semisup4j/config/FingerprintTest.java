package io.semisup4j.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    record Net(String backbone, List<Integer> widths) {}

    record View(int size) {}

    record Run(long seed, @Incidental int threads, Net net, List<View> views) {}

    @Test
    void has_every_value_by_its_dotted_key_but_incidental_ones() {
        Run run = new Run(3, 8, new Net("resnet50", List.of(1, 2)), List.of(new View(32), new View(18)));

        assertThat(Fingerprint.of(run))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "seed", "3",
                        "net.backbone", "resnet50",
                        "net.widths", "[1, 2]",
                        "views.0.size", "32",
                        "views.1.size", "18"));
    }

    @Test
    void joins_several_records_but_never_two_values_of_one_key() {
        assertThat(Fingerprint.of(new View(32), new Net("a", List.of())))
                .containsOnlyKeys("size", "backbone", "widths");
        assertThatThrownBy(() -> Fingerprint.of(new View(32), new View(32)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("size");
    }
}
