package io.semisup4j.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigYamlTest {
    @TempDir
    Path folder;

    private static Example changed() {
        Map<String, String> values = Map.of(
                "loss.temperature", "1e-5",
                "loss.note", "true",
                "views.1.count", "4",
                "milestones", "[]",
                "threads", "1",
                "pretrained", "/a/b: c#.pth");
        return Resolver.resolve(Example.published(), List.of(new Layer.Overrides(values)))
                .config()
                .orElseThrow();
    }

    @Test
    void a_record_survives_the_way_to_a_tree_and_back() throws JsonProcessingException {
        Schema.Group schema = Schema.ofRecord(Example.class);
        assertThat(Trees.bind(Trees.of(changed(), schema), Example.class)).isEqualTo(changed());
    }

    @Test
    void differences_name_path_standard_and_actual_in_order() {
        assertThat(Differences.of(Example.published(), changed()))
                .containsExactly(
                        new Difference("loss.temperature", "0.1", "1.0E-5", false),
                        new Difference("loss.note", "yes: 10", "true", false),
                        new Difference("views.1.count", "6", "4", false),
                        new Difference("milestones", "[60, 120]", "[]", false),
                        new Difference("threads", "2", "1", true),
                        new Difference("pretrained", "null", "/a/b: c#.pth", false));
        assertThat(Differences.of(changed(), changed())).isEmpty();
    }

    @Test
    void yaml_holds_every_value_and_marks_what_differs() {
        assertThat(ConfigYaml.of(Origin.PUBLISHED, Example.published(), changed()))
                .isEqualTo(
                        """
                seed: 1
                epochs: 600
                warmup: 10
                loss:
                  temperature: 1.0E-5 # published: 0.1
                  smoothing: 0.1
                  meMax: true
                  decay: COSINE
                  note: 'true' # published: yes: 10
                views:
                - size: 32
                  count: 2
                - size: 18
                  count: 4 # published: 6
                milestones: [] # published: [60, 120]
                threads: 1 # published: 2
                pretrained: '/a/b: c#.pth' # published: null
                second: null
                """);
    }

    @Test
    void yaml_speaks_of_defaults_where_nothing_was_published() {
        assertThat(ConfigYaml.of(Origin.DEFAULT, Example.published(), changed()))
                .contains("  count: 4 # default: 6\n")
                .doesNotContain("published");
    }

    @Test
    void yaml_is_read_back_to_the_same_record() throws IOException {
        Path file = Files.writeString(
                folder.resolve("config.yaml"), ConfigYaml.of(Origin.PUBLISHED, Example.published(), changed()));
        assertThat(Resolver.resolve(Example.published(), List.of(new Layer.YamlFile(file)))
                        .config())
                .contains(changed());
    }
}
