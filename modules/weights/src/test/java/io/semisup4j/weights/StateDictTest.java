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
    void a_text_is_removed_wherever_it_stands() {
        StateDict dict = dict("module.a", "fc.module.b", "c");
        assertThat(dict.stripEverywhere("module.").names()).containsExactly("a", "fc.b", "c");
        assertThatThrownBy(() -> dict("fc.module.a", "fc.a").stripEverywhere("module."))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("two tensors named 'fc.a'");
    }

    @Test
    void doubles_are_read_as_floats_and_whole_numbers_as_they_are() {
        TensorSource source = StateDict.of(Map.of(
                        "w", TensorData.ofDoubles(new double[] {0.1, -2}, 2),
                        "n", TensorData.ofLongs(new long[] {1L << 40})))
                .inFloat32();
        assertThat(source.dtype("w")).isEqualTo(DType.FLOAT32);
        assertThat(source.shape("w")).containsExactly(2);
        assertThat(source.read("w")).isEqualTo(TensorData.ofFloats(new float[] {0.1f, -2}, 2));
        assertThat(source.read("n")).isEqualTo(TensorData.ofLongs(new long[] {1L << 40}));
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
