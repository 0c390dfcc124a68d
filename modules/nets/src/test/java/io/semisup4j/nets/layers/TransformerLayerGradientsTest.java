package io.semisup4j.nets.layers;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.engine.check.GradientCheck;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.nets.backbones.VisionTransformer;
import io.semisup4j.nets.scope.Pass;
import io.semisup4j.nets.scope.Scope;
import io.semisup4j.nets.state.Declarations;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Gradients of inputs and of all parameters against central differences in double. */
class TransformerLayerGradientsTest {
    private static final long SEED = Long.getLong("test.seed", 4);

    @TestFactory
    Stream<DynamicTest> the_gradient_agrees_with_central_differences() {
        return Stream.of(
                check("layer norm", LayerNorm.TRANSFORMER, 3, 5),
                check("self-attention", new SelfAttention(2), 2, 3, 4),
                check("mlp", new Mlp(6), 2, 3, 4),
                check("block", new TransformerBlock(2, 2), 2, 3, 4),
                check("patch embedding", new PatchEmbedding(3, 2), 2, 4, 4, 3),
                check("vision transformer", new VisionTransformer(4, 2, 4, 2, 2).classifier(3), 2, 4, 4, 3));
    }

    private static DynamicTest check(String name, Layer layer, long... shape) {
        return DynamicTest.dynamicTest(name, () -> {
            GradientCheck.Body body = inputs -> {
                Tensor x = inputs.get(0);
                return List.of(layer.apply(Scope.root(x.graph(), new Declarations(), Pass.train()), x));
            };
            assertThat(GradientCheck.worstError(SEED, body, normal(shape)))
                    .as("seed %d (-Dtest.seed)", SEED)
                    .isLessThan(1e-6);
        });
    }

    private static INDArray normal(long... shape) {
        double[] values = new SplittableRandom(SEED)
                .doubles(Nd4j.create(shape).length(), -2, 2)
                .toArray();
        return Nd4j.createFromArray(values).reshape(shape);
    }
}
