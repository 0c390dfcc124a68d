package io.semisup4j.nets.layers;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.engine.check.GradientCheck;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.nets.backbones.ResNet;
import io.semisup4j.nets.backbones.WideResNet;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.scope.Pass;
import io.semisup4j.nets.scope.Scope;
import io.semisup4j.nets.state.Declarations;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Gradients of images and of all parameters against central differences in double. */
class LayerGradientsTest {
    private static final long SEED = Long.getLong("test.seed", 4);

    @TestFactory
    Stream<DynamicTest> the_gradient_agrees_with_central_differences() {
        return Stream.of(
                check("convolution with bias", Conv2d.withBias(3, 3, 2), Pass::train, 2, 5, 4, 2),
                check("linear layer", new Linear(3), Pass::train, 4, 5),
                check("pre-activation block", new WideBasicBlock(4, 2), Pass::train, 3, 4, 4, 2),
                check(
                        "pre-activation block with frozen statistics",
                        new WideBasicBlock(4, 1),
                        Pass::evaluation,
                        3,
                        4,
                        4,
                        4),
                check("bottleneck", new Bottleneck(2, 2, 2), Pass::train, 3, 4, 4, 3),
                check("bottleneck with frozen statistics", new Bottleneck(1, 2, 1), Pass::evaluation, 3, 4, 4, 4),
                check("wide residual network with heads", encoder(new WideResNet(10, 1)), Pass::train, 4, 8, 8, 3),
                check("residual network", new ResNet(List.of(1, 1, 1, 1), 2, 1), Pass::train, 4, 32, 32, 3));
    }

    private static Layer encoder(WideResNet backbone) {
        Encoder encoder = Encoder.pretraining(backbone, 8, true);
        return (scope, x) -> encoder.apply(scope, x).z();
    }

    private static DynamicTest check(String name, Layer layer, Supplier<Pass> pass, long... shape) {
        return DynamicTest.dynamicTest(name, () -> {
            GradientCheck.Body body = inputs -> {
                Tensor x = inputs.get(0);
                return List.of(layer.apply(Scope.root(x.graph(), new Declarations(), pass.get()), x));
            };
            assertThat(GradientCheck.worstError(SEED, body, normal(shape)))
                    .as("seed %d (-Dtest.seed)", SEED)
                    .isLessThan(1e-6);
        });
    }

    private static INDArray normal(long... shape) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] values = new double[(int) Nd4j.create(shape).length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian();
        }
        return Nd4j.createFromArray(values).reshape(shape);
    }
}
