package io.semisup4j.engine.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.engine.check.GradientCheck;
import io.semisup4j.engine.graph.Tensor;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Gradients of what transformers are made of, against central differences in double. */
class TransformerGradientsTest {
    private static final long SEED = Long.getLong("test.seed", 20210428L);

    @TestFactory
    Stream<DynamicTest> the_gradient_agrees_with_central_differences() {
        return Stream.of(
                check("layer norm", x -> layerNorm(x, 1e-6), normal(5, 6), normal(6), normal(6)),
                check("layer norm of tokens", x -> layerNorm(x, 0.5), normal(2, 3, 4), normal(4), normal(4)),
                check("GELU", x -> Gelu.of(x.get(0)), normal(4, 3, 2)),
                check("self-attention", x -> Attention.selfAttention(x.get(0), 2), normal(3, 4, 18)),
                check("self-attention of one head", x -> Attention.selfAttention(x.get(0), 1), normal(1, 5, 6)),
                check(
                        "self-attention with a bias",
                        x -> Attention.selfAttention(x.get(0), x.get(1), 2),
                        normal(3, 4, 12),
                        normal(1, 2, 4, 4)),
                check(
                        "self-attention with a bias for each of two windows",
                        x -> Attention.selfAttention(x.get(0), x.get(1), 3),
                        normal(4, 2, 9),
                        normal(2, 3, 2, 2)),
                check("softmax of four axes", x -> Rows.softmax(x.get(0)), normal(2, 3, 2, 4)),
                check("log softmax of three axes", x -> Rows.logSoftmax(x.get(0)), normal(2, 3, 4)),
                check(
                        "linear layer of tokens",
                        x -> Matrices.linear(x.get(0), x.get(1), x.get(2)),
                        normal(2, 3, 4),
                        normal(5, 4),
                        normal(5)),
                check("matrices side by side", Columns::concat, normal(3, 2), normal(3, 1), normal(3, 4)),
                check("columns", x -> Columns.cut(x.get(0), 1, 3), normal(3, 4)),
                check("patches", x -> Tokens.patches(x.get(0), 2), normal(2, 4, 6, 3)),
                check("a class token", x -> Tokens.prepend(x.get(0), x.get(1)), normal(1, 1, 4), normal(3, 2, 4)),
                check("the first token", x -> Tokens.first(x.get(0)), normal(3, 2, 4)),
                check("positions", x -> Tokens.addToEach(x.get(0), x.get(1)), normal(3, 2, 4), normal(1, 2, 4)),
                check("dropout", x -> Dropout.elements(x.get(0), mask(x.get(0), 3, 4)), normal(3, 4)),
                check("stochastic depth", x -> Dropout.path(x.get(0), mask(x.get(0), 3, 1)), normal(3, 2, 4)));
    }

    private static DynamicTest check(String name, Function<List<Tensor>, Tensor> body, INDArray... values) {
        return DynamicTest.dynamicTest(
                name, () -> assertThat(GradientCheck.worstError(SEED, x -> List.of(body.apply(x)), values))
                        .as("seed %d (-Dtest.seed)", SEED)
                        .isLessThan(1e-7));
    }

    private static Tensor layerNorm(List<Tensor> x, double epsilon) {
        return LayerNorm.normalise(x.get(0), x.get(1), x.get(2), epsilon);
    }

    private static Tensor mask(Tensor x, long... shape) {
        INDArray values = normal(shape);
        return x.graph().constant("mask", values.gt(0).castTo(values.dataType()).muli(1.25));
    }

    private static INDArray normal(long... shape) {
        SplittableRandom random = new SplittableRandom(SEED + shape.length);
        double[] values = new double[Math.toIntExact(Nd4j.create(shape).length())];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian();
        }
        return Nd4j.createFromArray(values).reshape(shape);
    }
}
