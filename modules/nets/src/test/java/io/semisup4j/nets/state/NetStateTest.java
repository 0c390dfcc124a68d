package io.semisup4j.nets.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.semisup4j.nets.backbones.ResNet;
import io.semisup4j.nets.backbones.WideResNet;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.weights.DType;
import io.semisup4j.weights.StateDict;
import io.semisup4j.weights.TensorData;
import io.semisup4j.weights.WeightsException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

class NetStateTest {
    private static final NetLayout WIDE =
            Encoder.classifier(new WideResNet(10, 2), 5).layout();

    @Test
    void one_seed_gives_one_network_whatever_else_it_has() {
        double[] here = values(NetState.initial(WIDE, 7, DataType.DOUBLE), "layer2.0.conv1.weight");
        NetLayout other = Encoder.pretraining(new WideResNet(16, 2), 9, true).layout();
        assertThat(values(NetState.initial(other, 7, DataType.DOUBLE), "layer2.0.conv1.weight"))
                .containsExactly(here);
        assertThat(values(NetState.initial(WIDE, 8, DataType.DOUBLE), "layer2.0.conv1.weight"))
                .isNotEqualTo(here);
    }

    @Test
    void two_arrays_of_one_seed_differ() {
        NetState state = NetState.initial(WIDE, 7, DataType.DOUBLE);
        assertThat(values(state, "layer3.0.conv2.bias")).isNotEqualTo(values(state, "layer3.0.conv1.bias"));
    }

    @Test
    void the_float_network_is_the_double_one_rounded() {
        double[] exact = values(NetState.initial(WIDE, 7, DataType.DOUBLE), "conv1.weight");
        float[] rounded = OfficialState.export(NetState.initial(WIDE, 7, DataType.FLOAT))
                .read("conv1.weight")
                .toFloats();
        for (int i = 0; i < exact.length; i++) {
            assertThat(rounded[i]).isEqualTo((float) exact[i]);
        }
    }

    @Test
    void weights_and_biases_of_a_wide_network_are_uniform_by_fan_in() {
        NetState state = NetState.initial(WIDE, 3, DataType.DOUBLE);
        // 64 input channels, 3x3 kernel
        assertUniform(values(state, "layer2.0.conv2.weight"), 1 / Math.sqrt(64 * 9));
        assertUniform(values(state, "fc.fc1.weight"), 1 / Math.sqrt(128));
        double bound = 1 / Math.sqrt(3 * 9);
        assertThat(largest(values(state, "conv1.bias"))).isBetween(bound / 2, bound);
    }

    private static void assertUniform(double[] values, double bound) {
        assertThat(largest(values)).isBetween(0.99 * bound, bound);
        assertThat(mean(values)).isCloseTo(0, within(4 * bound / Math.sqrt(3.0 * values.length)));
        assertThat(deviation(values)).isCloseTo(bound / Math.sqrt(3), within(0.03 * bound));
    }

    @Test
    void weights_of_a_residual_network_are_normal_by_fan_out() {
        NetLayout layout = Encoder.pretraining(new ResNet(List.of(1, 1, 1, 1), 32, 1), 16, false)
                .layout();
        double[] values = values(NetState.initial(layout, 3, DataType.DOUBLE), "layer4.0.conv2.weight");
        // 128 output channels of a 3x3 kernel
        double deviation = Math.sqrt(2.0 / (128 * 9));
        assertThat(mean(values)).isCloseTo(0, within(4 * deviation / Math.sqrt(values.length)));
        assertThat(deviation(values)).isCloseTo(deviation, within(0.02 * deviation));
        double beyondOne =
                Arrays.stream(values).filter(v -> Math.abs(v) > deviation).count() / (double) values.length;
        assertThat(beyondOne).isCloseTo(0.3173, within(0.01));
    }

    @Test
    void batch_norms_begin_as_the_identity_and_a_new_classifier_at_zero() {
        NetState state = NetState.initial(WIDE, 3, DataType.DOUBLE);
        assertThat(values(state, "bn1.weight")).containsOnly(1);
        assertThat(values(state, "bn1.bias")).containsOnly(0);
        assertThat(values(state, "bn1.running_mean")).containsOnly(0);
        assertThat(values(state, "bn1.running_var")).containsOnly(1);
        assertThat(values(state, "fc.fc2.weight")).containsOnly(0);
        assertThat(state.batches())
                .containsEntry("layer1.0.bn1", 0L)
                .hasSize(WIDE.countingLayers().size());
    }

    @Test
    void the_random_numbers_stay_what_they_are() {
        CounterRandom random = CounterRandom.of(1, "conv1.weight");
        assertThat(random.uniform(0)).isEqualTo(0.67022598592652);
        assertThat(random.uniform(1)).isEqualTo(0.9053157926956643);
        assertThat(random.normal(0)).isCloseTo(1.2336189470197376, within(1e-14));
    }

    @Test
    void export_and_import_give_back_every_bit_in_float_and_double() {
        for (DataType type : List.of(DataType.FLOAT, DataType.DOUBLE)) {
            NetState state = NetState.initial(WIDE, 3, type);
            StateDict exported = OfficialState.export(state);
            OfficialState.Imported imported = OfficialState.load(NetState.initial(WIDE, 4, type), exported);
            assertThat(imported.state().parameters()).isEqualTo(state.parameters());
            assertThat(imported.matching().summary()).startsWith(exported.size() + " matched, 0 missing");
        }
    }

    @Test
    void convolution_weights_are_exported_with_output_channels_first() {
        NetState state = NetState.initial(WIDE, 3, DataType.DOUBLE);
        TensorData exported = OfficialState.export(state).read("layer2.0.conv1.weight");
        assertThat(exported.shape()).containsExactly(64, 32, 3, 3);
        double expected = state.layout()
                .parameters()
                .view(state.parameters(), "layer2.0.conv1.weight")
                .getDouble(2, 1, 5, 40);
        assertThat(exported.toDoubles()[((40 * 32 + 5) * 3 + 2) * 3 + 1]).isEqualTo(expected);
    }

    @Test
    void counters_travel_as_whole_scalars() {
        Map<String, TensorData> tensors = tensors(NetState.initial(WIDE, 3, DataType.FLOAT));
        assertThat(tensors.get("bn1.num_batches_tracked").dtype()).isEqualTo(DType.INT64);
        assertThat(tensors.get("bn1.num_batches_tracked").shape()).isEmpty();
        tensors.put("bn1.num_batches_tracked", TensorData.ofLongs(new long[] {1L << 40}));
        OfficialState.Imported imported =
                OfficialState.load(NetState.initial(WIDE, 4, DataType.FLOAT), StateDict.of(tensors));
        assertThat(imported.state().batches()).containsEntry("bn1", 1L << 40).containsEntry("fc.bn1", 0L);
    }

    @Test
    void loading_leaves_the_start_as_it_was_and_takes_allowed_names_from_it() {
        Map<String, TensorData> tensors = tensors(NetState.initial(WIDE, 3, DataType.FLOAT));
        tensors.remove("fc.fc1.weight");
        tensors.put("pred.fc1.bias", TensorData.ofFloats(new float[] {1}, 1));
        NetState start = NetState.initial(WIDE, 4, DataType.FLOAT);
        NetState untouched = start.copy();
        OfficialState.Imported imported = OfficialState.load(start, StateDict.of(tensors), "fc.fc1.weight", "pred.*");
        assertThat(start.parameters()).isEqualTo(untouched.parameters());
        assertThat(values(imported.state(), "fc.fc1.weight")).containsExactly(values(start, "fc.fc1.weight"));
        assertThat(imported.matching().missing()).containsExactly("fc.fc1.weight");
        assertThat(imported.matching().unexpected()).containsExactly("pred.fc1.bias");
    }

    @Test
    void a_dictionary_that_does_not_fit_is_refused_with_every_difference() {
        Map<String, TensorData> tensors = tensors(NetState.initial(WIDE, 3, DataType.FLOAT));
        tensors.remove("conv1.bias");
        tensors.put("fc.fc2.bias", TensorData.ofFloats(new float[7], 7));
        tensors.put("head.weight", TensorData.ofFloats(new float[1], 1));
        NetState start = NetState.initial(WIDE, 4, DataType.FLOAT);
        assertThatThrownBy(() -> OfficialState.load(start, StateDict.of(tensors)))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("conv1.bias")
                .hasMessageContaining("head.weight")
                .hasMessageContaining("fc.fc2.bias");
    }

    @Test
    void a_name_that_two_layers_share_is_refused() {
        Declarations declarations = new Declarations();
        Initialiser zero = new Initialiser.Constant(0);
        declarations.add(new Declaration("w", Declaration.Kind.PARAMETER, new long[] {2, 3}, zero, AxisOrder.SAME));
        Declaration other = new Declaration("w", Declaration.Kind.PARAMETER, new long[] {3, 2}, zero, AxisOrder.SAME);
        assertThatThrownBy(() -> declarations.add(other))
                .hasMessageContaining("w[2, 3]")
                .hasMessageContaining("w[3, 2]");
    }

    private static Map<String, TensorData> tensors(NetState state) {
        StateDict dictionary = OfficialState.export(state);
        Map<String, TensorData> tensors = new LinkedHashMap<>();
        dictionary.names().forEach(name -> tensors.put(name, dictionary.read(name)));
        return tensors;
    }

    private static double[] values(NetState state, String name) {
        return OfficialState.export(state).read(name).toDoubles();
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElseThrow();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow());
    }
}
