package io.semisup4j.nets.backbones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.plan.Plan;
import io.semisup4j.nets.layers.Layer;
import io.semisup4j.nets.scope.Pass;
import io.semisup4j.nets.scope.Scope;
import io.semisup4j.nets.state.Declaration;
import io.semisup4j.nets.state.Declarations;
import io.semisup4j.nets.state.NetLayout;
import io.semisup4j.nets.state.NetState;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class VisionTransformerTest {
    private static final long SEED = Long.getLong("test.seed", 8);

    @ParameterizedTest
    @CsvSource({"tiny, 5717416", "small, 22050664", "base, 86567656"})
    void has_the_published_size(String name, long parameters) {
        VisionTransformer net =
                switch (name) {
                    case "tiny" -> VisionTransformer.tiny(224);
                    case "small" -> VisionTransformer.small(224);
                    default -> VisionTransformer.base(224);
                };

        assertThat(layout(net.classifier(1000), 224).parameterCount()).isEqualTo(parameters);
    }

    @Test
    void has_the_published_names_and_shapes_in_order() {
        assertThat(layout(new VisionTransformer(4, 2, 6, 1, 3).classifier(5), 4).declarations().stream()
                        .map(d -> d.name() + java.util.Arrays.toString(d.officialShape())))
                .containsExactly(
                        "cls_token[1, 1, 6]",
                        "pos_embed[1, 5, 6]",
                        "patch_embed.proj.weight[6, 3, 2, 2]",
                        "patch_embed.proj.bias[6]",
                        "blocks.0.norm1.weight[6]",
                        "blocks.0.norm1.bias[6]",
                        "blocks.0.attn.qkv.weight[18, 6]",
                        "blocks.0.attn.qkv.bias[18]",
                        "blocks.0.attn.proj.weight[6, 6]",
                        "blocks.0.attn.proj.bias[6]",
                        "blocks.0.norm2.weight[6]",
                        "blocks.0.norm2.bias[6]",
                        "blocks.0.mlp.fc1.weight[24, 6]",
                        "blocks.0.mlp.fc1.bias[24]",
                        "blocks.0.mlp.fc2.weight[6, 24]",
                        "blocks.0.mlp.fc2.bias[6]",
                        "norm.weight[6]",
                        "norm.bias[6]",
                        "head.weight[5, 6]",
                        "head.bias[5]");
    }

    @Test
    void computes_what_loops_compute() {
        VisionTransformer net = new VisionTransformer(6, 2, 8, 2, 2);
        Graph graph = new Graph(DataType.DOUBLE);
        Declarations declarations = new Declarations();
        Tensor logits = net.classifier(3)
                .apply(Scope.root(graph, declarations, Pass.evaluation()), graph.input("images", 2, 6, 6, 3));
        NetState state = NetState.initial(declarations.layout(), SEED, DataType.DOUBLE);
        SplittableRandom random = new SplittableRandom(SEED);
        for (Declaration declaration : state.layout().declarations()) {
            INDArray view = state.view(declaration);
            // The published start has almost no attention; these weights make every part matter.
            for (long i = 0; i < view.length(); i++) {
                view.reshape(view.length()).putScalar(i, random.nextDouble(-0.5, 0.5));
            }
        }
        Plan plan = state.bind(graph, Plan.of(graph).output("y", logits)).compile();
        float[] images = new float[2 * 6 * 6 * 3];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) random.nextDouble(-1, 1);
        }
        plan.write("images", images);
        plan.run();

        double[][] expected = new VisionTransformerLoops(net, state).logits(images, 2);
        for (int n = 0; n < 2; n++) {
            for (int c = 0; c < 3; c++) {
                assertThat(plan.output("y").getDouble(n, c))
                        .as("seed %d (-Dtest.seed)", SEED)
                        .isCloseTo(expected[n][c], within(1e-9));
            }
        }
    }

    @Test
    void rejects_sizes_that_no_network_has_and_images_without_positions() {
        assertThatThrownBy(() -> new VisionTransformer(30, 16, 384, 12, 6)).hasMessageContaining("images of 30");
        assertThatThrownBy(() -> new VisionTransformer(32, 16, 384, 12, 7)).hasMessageContaining("7 heads");
        assertThatThrownBy(() -> layout(VisionTransformer.tiny(32).classifier(3), 48))
                .hasMessageContaining("32 by 32 pixels");
    }

    private static NetLayout layout(Layer net, int size) {
        Graph graph = new Graph(DataType.FLOAT);
        Declarations declarations = new Declarations();
        net.apply(Scope.root(graph, declarations, Pass.evaluation()), graph.input("images", 1, size, size, 3));
        return declarations.layout();
    }
}
