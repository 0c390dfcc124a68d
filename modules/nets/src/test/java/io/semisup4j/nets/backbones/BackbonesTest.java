package io.semisup4j.nets.backbones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.semisup4j.engine.graph.Graph;
import io.semisup4j.nets.scope.Pass;
import io.semisup4j.nets.scope.Scope;
import io.semisup4j.nets.state.Declarations;
import io.semisup4j.nets.state.NetLayout;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;

class BackbonesTest {

    @ParameterizedTest
    @CsvSource({
        "wide_resnet28w2, 128, 1468352, 3641",
        "resnet50, 2048, 23508032, 53173",
        "resnet50w2, 4096, 93907072, 106293",
        "resnet50w4, 8192, 375378176, 212533",
        "resnet101, 2048, 42500160, 105448",
        "resnet101w2, 4096, 169771136, 210792",
        "resnet151, 2048, 58143808, 151579",
        "resnet151w2, 4096, 232253568, 303003",
        "resnet152, 2048, 58143808, 151579",
        "resnet200, 2048, 62624832, 176203",
        "resnet200w2, 4096, 250128512, 352203"
    })
    void has_the_published_size(String name, long features, long parameters, long buffers) {
        Backbone backbone = Backbones.named(name);
        Graph graph = new Graph(DataType.FLOAT);
        Declarations declarations = new Declarations();
        var output =
                backbone.apply(Scope.root(graph, declarations, Pass.evaluation()), graph.input("images", 2, 64, 64, 3));
        NetLayout layout = declarations.layout();
        assertThat(output.shape()).containsExactly(2, features);
        assertThat(backbone.features()).isEqualTo(features);
        assertThat(layout.parameterCount()).isEqualTo(parameters);
        assertThat(layout.bufferCount()).isEqualTo(buffers);
    }

    @Test
    void an_unknown_name_is_answered_with_the_known_ones() {
        assertThatThrownBy(() -> Backbones.named("resnet51"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'resnet51'")
                .hasMessageContaining("resnet50w4");
    }

    @Test
    void rejects_sizes_that_no_network_has() {
        assertThatThrownBy(() -> new WideResNet(27, 2)).hasMessageContaining("depth 27");
        assertThatThrownBy(() -> new WideResNet(28, 0)).hasMessageContaining("width 0");
        assertThatThrownBy(() -> ResNet.of(1, 3, 4, 6)).hasMessageContaining("[3, 4, 6]");
        assertThatThrownBy(() -> new ResNet(List.of(1, 1, 1, 1), 0, 1)).hasMessageContaining("not [1, 1, 1, 1], 0");
        assertThatThrownBy(() -> new ResNet(List.of(1, 1, 1, 1), 7, 1)).hasMessageContaining("leave no channel");
    }
}
