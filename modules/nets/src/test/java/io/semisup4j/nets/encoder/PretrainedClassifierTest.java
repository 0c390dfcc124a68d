package io.semisup4j.nets.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.semisup4j.nets.backbones.WideResNet;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.nets.state.OfficialState;
import io.semisup4j.weights.StateDict;
import io.semisup4j.weights.WeightsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;

class PretrainedClassifierTest {
    private static final StateDict PRETRAINED = OfficialState.export(
            NetState.initial(Encoder.pretraining(new WideResNet(10, 1), 8, true).layout(), 6, DataType.FLOAT));

    /** 64 classes: the new classifier has the very shape of the layer that it replaces. */
    @ParameterizedTest
    @ValueSource(longs = {5, 64})
    void keeps_the_encoder_and_begins_a_new_classifier(long classes) {
        OfficialState.Imported imported = PretrainedClassifier.load(start(10, classes), PRETRAINED);
        StateDict state = OfficialState.export(imported.state());
        for (String kept : new String[] {"conv1.weight", "layer3.0.bn2.running_var", "fc.fc1.weight", "fc.bn1.bias"}) {
            assertThat(state.read(kept)).as(kept).isEqualTo(PRETRAINED.read(kept));
        }
        assertThat(state.read("fc.fc2.weight").toFloats())
                .hasSize((int) classes * 64)
                .containsOnly(0);
        assertThat(imported.matching().missing()).containsExactly("fc.fc2.weight", "fc.fc2.bias");
        assertThat(imported.matching().unexpected()).isEmpty();
    }

    @Test
    void refuses_another_backbone() {
        NetState deeper = start(16, 5);
        assertThatThrownBy(() -> PretrainedClassifier.load(deeper, PRETRAINED))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("layer1.1.bn1.weight");
    }

    private static NetState start(int depth, long classes) {
        return NetState.initial(
                Encoder.classifier(new WideResNet(depth, 1), classes).layout(), 7, DataType.FLOAT);
    }
}
