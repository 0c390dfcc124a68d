package io.semisup4j.nets.layers;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.engine.check.GradientCheck;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.Pooling;
import io.semisup4j.nets.heads.ClassificationHead;
import io.semisup4j.nets.heads.PredictionHead;
import io.semisup4j.nets.heads.ProjectionHead;
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
                check("projection head", new ProjectionHead(5, 4), Pass::train, 6, 3),
                check("prediction head", new PredictionHead(), Pass::train, 6, 8),
                check("small network", LayerGradientsTest::network, Pass::train, 3, 4, 4, 2));
    }

    /** Small, because central differences are wrong wherever one of many ReLUs changes sides. */
    private static Tensor network(Scope scope, Tensor x) {
        Tensor y = Conv2d.withBias(2, 3, 1).named("conv1", scope, x);
        y = new WideBasicBlock(3, 2).named("block", scope, y);
        y = Pooling.globalAverage(BatchNorm.RELU.named("bn1", scope, y));
        return new ClassificationHead(3, 2).named("fc", scope, y);
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
