package io.semisup4j.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MatchingTest {
    @Test
    void counts_every_kind_of_difference() {
        Map<String, long[]> expected = shapes("conv.weight", "bn.weight", "fc.weight");
        Map<String, long[]> found = shapes("conv.weight", "pred.weight");
        found.put("fc.weight", new long[] {2, 4});
        Matching matching = Matching.of(expected, found);
        assertThat(matching.matched()).containsExactly("conv.weight");
        assertThat(matching.missing()).containsExactly("bn.weight");
        assertThat(matching.unexpected()).containsExactly("pred.weight");
        assertThat(matching.summary()).isEqualTo("1 matched, 1 missing, 1 unexpected, 1 of another shape");
        assertThatThrownBy(matching::requireStrict)
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("missing in the file: bn.weight")
                .hasMessageContaining("unexpected in the file: pred.weight")
                .hasMessageContaining("fc.weight [2, 3] but [2, 4] in the file");
        assertThatThrownBy(() -> matching.requireStrict("bn.weight", "pred.*", "fc.*"))
                .as("a shape can never differ")
                .hasMessageContaining("1 matched, 0 missing, 0 unexpected, 1 of another shape");
    }

    @Test
    void a_fit_passes_and_allowed_names_may_differ() {
        assertThatCode(() -> Matching.of(shapes("a", "b"), shapes("b", "a")).requireStrict())
                .doesNotThrowAnyException();
        assertThatCode(() ->
                        Matching.of(shapes("a", "b"), shapes("a", "pred.x")).requireStrict("b", "pred.*"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Matching.of(shapes("a", "bb"), shapes("a")).requireStrict("b"))
                .hasMessageContaining("bb");
    }

    @Test
    void every_difference_is_named_in_the_message() {
        WeightsException refusal = refusal(500);
        assertThat(refusal.getMessage())
                .contains("0 matched, 500 missing", "layer0.weight", "layer250.weight", "layer499.weight")
                .doesNotContain("more");
        assertThat(refusal.details()).hasSize(500).contains("missing layer499.weight");
    }

    @Test
    void a_list_beyond_any_network_is_shortened_in_the_message_and_complete_in_the_details() {
        WeightsException refusal = refusal(3000);
        assertThat(refusal).hasMessageContaining("and 2000 more");
        assertThat(refusal.details()).hasSize(3000).contains("missing layer2999.weight");
    }

    private static WeightsException refusal(int count) {
        String[] names = new String[count];
        for (int i = 0; i < names.length; i++) {
            names[i] = "layer" + i + ".weight";
        }
        return catchThrowableOfType(WeightsException.class, () -> Matching.of(shapes(names), shapes())
                .requireStrict());
    }

    @Test
    void a_forgotten_prefix_is_guessed() {
        Matching matching = Matching.of(shapes("a.w", "b.w"), shapes("module.a.w", "module.b.w"));
        assertThatThrownBy(matching::requireStrict).hasMessageContaining("begin with 'module.'");
    }

    private static Map<String, long[]> shapes(String... names) {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        for (String name : names) {
            shapes.put(name, new long[] {2, 3});
        }
        return shapes;
    }
}
