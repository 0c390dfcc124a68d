package io.semisup4j.training.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.semisup4j.engine.flat.FlatLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParameterGroupsTest {
    private static final FlatLayout LAYOUT = new FlatLayout.Builder()
            .add("conv1.weight", 2, 1, 3, 3)
            .add("bn1.weight", 2)
            .add("bn1.bias", 2)
            .add("layer1.0.downsample.1.weight", 2)
            .add("layer1.0.downsample.1.bias", 2)
            .add("fc.fc1.weight", 5, 2)
            .build();

    @Test
    void excludes_names_with_bias_or_bn_but_not_the_scales_of_downsampling_norms() {
        Map<String, String> groups = new LinkedHashMap<>();
        ParameterGroups.biasAndBnExcluded(1e-6).assign(LAYOUT).forEach((p, g) -> groups.put(p.name(), g.name()));

        assertThat(groups)
                .containsEntry("conv1.weight", "weights")
                .containsEntry("bn1.weight", "bias and bn")
                .containsEntry("bn1.bias", "bias and bn")
                .containsEntry("layer1.0.downsample.1.weight", "weights")
                .containsEntry("layer1.0.downsample.1.bias", "bias and bn")
                .containsEntry("fc.fc1.weight", "weights");
    }

    @Test
    void names_every_parameter_without_a_group_and_every_one_with_two() {
        ParameterGroups groups = ParameterGroups.of(
                new ParameterGroup("weights", ParameterRule.nameContains("weight"), 0, true),
                new ParameterGroup("norms", ParameterRule.nameContains("bn1."), 0, false));

        assertThatThrownBy(() -> groups.assign(LAYOUT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'bn1.weight' belongs to [weights, norms]")
                .hasMessageContaining("'layer1.0.downsample.1.bias' belongs to no group");
    }

    @Test
    void adapted_tensors_are_segments_of_their_own_and_the_others_merge() {
        List<Segment> adaptive = Segment.of(LAYOUT, ParameterGroups.biasAndBnExcluded(0.1), true);
        List<Segment> plain = Segment.of(LAYOUT, ParameterGroups.single(0.1, false), false);

        assertThat(adaptive)
                .containsExactly(
                        new Segment(0, 18, 0.1, true),
                        new Segment(32, 18, 0, false),
                        new Segment(64, 2, 0.1, true),
                        new Segment(80, 2, 0, false),
                        new Segment(96, 10, 0.1, true));
        assertThat(plain).containsExactly(new Segment(0, 106, 0.1, false));
    }

    @Test
    void refuses_a_negative_decay() {
        assertThatThrownBy(() -> new ParameterGroup("all", p -> true, -1, false))
                .hasMessageContaining("weight decay of the parameter group 'all' is -1.0");
    }
}
