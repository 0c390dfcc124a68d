package io.semisup4j.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateDictTest {
    @Test
    void strips_a_prefix_only_where_it_is_and_keeps_the_order() {
        StateDict dict = dict("module.b", "a", "module.module.c", "submodule.d").stripPrefix("module.");
        assertThat(dict.names()).containsExactly("b", "a", "module.c", "submodule.d");
        assertThat(dict.read("b").toLongs()).containsExactly(0);
        assertThat(dict.read("module.c").toLongs()).containsExactly(2);
        assertThat(dict.shapes()).containsKeys("b", "submodule.d");
        assertThatThrownBy(() -> dict.read("module.b"))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("'module.b'");
    }

    @Test
    void names_that_collide_are_refused() {
        StateDict dict = dict("module.a", "a");
        assertThatThrownBy(() -> dict.stripPrefix("module."))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("two tensors named 'a'");
    }

    @Test
    void leaves_out_names_and_whole_parts() {
        StateDict dict = dict("fc.fc1.bias", "fc.fc2.bias", "fc.fc20.bias", "pred.fc1.bias", "pred");
        assertThat(dict.without("fc.fc2.*", "pred.*", "not there").names())
                .containsExactly("fc.fc1.bias", "fc.fc20.bias", "pred");
        assertThat(dict.without("pred").names()).doesNotContain("pred").contains("pred.fc1.bias");
    }

    private static StateDict dict(String... names) {
        Map<String, TensorData> tensors = new LinkedHashMap<>();
        for (String name : names) {
            tensors.put(name, TensorData.ofLongs(new long[] {tensors.size()}, 1));
        }
        return StateDict.of(tensors);
    }
}
