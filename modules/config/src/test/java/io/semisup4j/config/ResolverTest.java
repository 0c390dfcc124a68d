package io.semisup4j.config;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolverTest {
    @TempDir
    Path folder;

    private static Resolved<Example> set(String... keysAndValues) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return Resolver.resolve(Example.published(), List.of(new Layer.Overrides(values)));
    }

    private Resolved<Example> file(String yaml, Layer... more) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), yaml);
        List<Layer> layers = new ArrayList<>(List.of(new Layer.YamlFile(file)));
        layers.addAll(List.of(more));
        return Resolver.resolve(Example.published(), layers);
    }

    @Test
    void nothing_over_the_published_values_gives_them_back() {
        assertThat(set().config()).contains(Example.published());
    }

    @Test
    void overrides_reach_groups_lists_and_enums() {
        Example config = set(
                        "loss.temperature", "1e-3",
                        "loss.decay", "steps",
                        "loss.meMax", "false",
                        "loss.note", "007",
                        "views.0.size", "96",
                        "views[1].count", " 4 ",
                        "milestones", "30,90, 100",
                        "pretrained", "a b/net.pth")
                .config()
                .orElseThrow();

        assertThat(config.loss()).isEqualTo(new Example.Loss(1e-3, 0.1f, false, Example.Decay.STEPS, "007"));
        assertThat(config.views()).containsExactly(new Example.View(96, 2), new Example.View(18, 4));
        assertThat(config.milestones()).containsExactly(30, 90, 100);
        assertThat(config.pretrained()).isEqualTo(Path.of("a b/net.pth"));
        assertThat(config.epochs()).isEqualTo(600);
    }

    @Test
    void a_whole_list_of_groups_can_be_set_and_a_group_can_be_null() {
        assertThat(set("views", "[{size: 8, count: 1}]").config().orElseThrow().views())
                .containsExactly(new Example.View(8, 1));
        assertThat(set("second", "null").config().orElseThrow().second()).isNull();
        assertThat(set("pretrained", "null").config()).isPresent();
    }

    @Test
    void a_group_that_was_null_needs_all_its_keys() {
        assertThat(set("second", "{temperature: 1}").problems())
                .containsExactly("-Dset.second={temperature: 1}: needs smoothing, meMax, decay, note too, "
                        + "since there is no default to keep");
        assertThat(set("second", "{temperature: 1, smoothing: 0, meMax: true, decay: STEPS, note: x}")
                        .config()
                        .orElseThrow()
                        .second())
                .isEqualTo(new Example.Loss(1, 0, true, Example.Decay.STEPS, "x"));
        assertThat(set("second.temperature", "1").problems()).hasSize(1);
    }

    @Test
    void a_mistyped_key_is_answered_with_the_nearest_and_the_legal_ones() {
        assertThat(set("loss.temprature", "0.2").problems())
                .containsExactly("-Dset.loss.temprature=0.2: there is no key loss.temprature. "
                        + "Did you mean loss.temperature? "
                        + "The keys of loss are: temperature, smoothing, meMax, decay, note.");
        assertThat(set("temperature", "0.2").problems().get(0))
                .contains("Did you mean loss.temperature or second.temperature?");
        assertThat(set("loss.me-max", "true").problems().get(0)).contains("Did you mean loss.meMax?");
        assertThat(set("loss.temperature.x", "1").problems().get(0)).contains("loss.temperature is a single value.");
        assertThat(set("views.2.size", "1").problems().get(0)).contains("views is a list with the indices 0 to 1");
        assertThat(set("", "1").problems()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "epochs | many | is not a whole number between -2147483648 and 2147483647, for example 600.",
                "epochs | 3000000000 | is not a whole number",
                "epochs | 1.5 | is not a whole number",
                "epochs | `` | is not a whole number",
                "epochs | null | is not a whole number",
                "epochs | [1] | is not a whole number",
                "loss.temperature | warm | is not a finite number, for example 0.1.",
                "loss.temperature | NaN | is not a finite number",
                "loss.temperature | 1e999 | is not a finite number",
                "loss.meMax | yes | is not true or false, for example true.",
                "loss.decay | cosinus | is not one of CONSTANT, COSINE, STEPS. Did you mean COSINE?",
                "loss.decay | 1 | is not one of CONSTANT, COSINE, STEPS, for example COSINE.",
                "loss | 3 | is not a group with the keys temperature",
                "views | 3 | is not a group with the keys size, count",
                "milestones | [1, | is not a list such as [a, b] of a whole number",
                "milestones | 1, x | is not a whole number",
            })
    void an_impossible_value_is_answered_with_what_is_expected(String key, String value, String sentence) {
        assertThat(set(key, value).problems())
                .singleElement()
                .asString()
                .startsWith("-Dset." + key + "=" + value)
                .contains(sentence);
    }

    @Test
    void a_value_out_of_bounds_is_answered_with_value_and_bound() {
        assertThat(set("loss.temperature", "0", "loss.smoothing", "1.5", "views.1.size", "-3", "milestones", "5, -1")
                        .problems())
                .containsExactlyInAnyOrder(
                        "loss.temperature = 0.0: must be greater than 0; the default is 0.1.",
                        "loss.smoothing = 1.5: must be less than or equal to 1; the default is 0.1.",
                        "views.1.size = -3: must be greater than 0; the default is 18.",
                        "milestones.1 = -1: must be greater than 0.");
    }

    @Test
    void every_mistake_is_found_in_one_go() throws IOException {
        Layer overrides = new Layer.Overrides(Map.of("epochs", "x", "threads", "100", "sead", "2"));
        assertThat(file("loss: {decay: 7}\nviwes: []\n", overrides).problems())
                .hasSize(5)
                .anyMatch(p -> p.startsWith("mine.yaml: loss.decay \"7\" is not one of"))
                .anyMatch(p -> p.startsWith("mine.yaml: there is no key viwes. Did you mean views?"))
                .anyMatch(p -> p.startsWith("-Dset.epochs=x:"))
                .anyMatch(p -> p.startsWith("-Dset.sead=2: there is no key sead. Did you mean seed?"))
                .anyMatch(p -> p.startsWith("threads = 100: must be less than or equal to 64"));
    }

    @Test
    void what_could_be_taken_is_kept_for_finding_more_mistakes() {
        Resolved<Example> resolved = set("loss.decay", "STEPS", "epochs", "x", "threads", "100");
        assertThat(resolved.config()).isEmpty();
        assertThat(resolved.attempt().loss().decay()).isEqualTo(Example.Decay.STEPS);
        assertThat(resolved.attempt().epochs()).isEqualTo(600);
        assertThat(resolved.attempt().threads()).isEqualTo(100);
    }

    record Inner(@Min(1) int size) {}

    record Outer(@Valid @NotNull Inner inner) {}

    @Test
    void a_mistake_below_a_component_that_is_marked_valid_is_told_once() {
        Layer wrong = new Layer.Overrides(Map.of("inner.size", "-3"));
        assertThat(Resolver.resolve(new Outer(new Inner(4)), List.of(wrong)).problems())
                .containsExactly("inner.size = -3: must be greater than or equal to 1; the default is 4.");
    }

    @Test
    void conditions_between_values_are_asked_when_each_value_is_legal() {
        assertThat(set("warmup", "700").problems()).containsExactly("warmup = 700 is more than epochs = 600.");
        assertThat(set("warmup", "700", "epochs", "0").problems())
                .containsExactly("epochs = 0: must be greater than 0; the default is 600.");
        assertThat(set("warmup", "700", "epochs", "1000x").problems()).hasSize(1);
    }

    @Test
    void a_file_lies_under_the_overrides() throws IOException {
        Layer overrides = new Layer.Overrides(Map.of("epochs", "7"));
        Example config = file("epochs: 5\nwarmup: 3\n", overrides).config().orElseThrow();
        assertThat(config.epochs()).isEqualTo(7);
        assertThat(config.warmup()).isEqualTo(3);
    }

    @Test
    void an_empty_file_changes_nothing() throws IOException {
        assertThat(file("# nothing\n").config()).contains(Example.published());
    }

    @Test
    void a_file_that_is_not_yaml_is_answered_with_the_line() throws IOException {
        assertThat(file("epochs: 3\nloss: [1\n").problems())
                .singleElement()
                .asString()
                .contains("mine.yaml, line 3")
                .contains("not valid YAML: expected ',' or ']'");
        assertThat(file("epochs: 3\nepochs: 4\n").problems().get(0)).contains("Duplicate");
        assertThat(file("just words").problems().get(0)).contains("is not a group with the keys");
    }

    @Test
    void a_missing_file_gets_a_sentence() {
        List<Layer> layers = List.of(new Layer.YamlFile(folder.resolve("none.yaml")));
        assertThat(Resolver.resolve(Example.published(), layers).problems())
                .containsExactly("The configuration file " + folder.resolve("none.yaml") + " does not exist.");
        assertThat(Resolver.resolve(Example.published(), List.of(new Layer.YamlFile(folder)))
                        .problems()
                        .get(0))
                .contains("it is a folder");
    }
}
