package io.semisup4j.engine.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.engine.check.GradientCheck;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.spec.WindowGeometry;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Every operation's gradient against central differences in double, with an upstream gradient that is not 1. */
class OpGradientsTest {
    private static final long SEED = Long.getLong("test.seed", 20210428L);

    @TestFactory
    Stream<DynamicTest> the_gradient_agrees_with_central_differences() {
        return Stream.of(
                check("matrix product", x -> Matrices.product(x.get(0), x.get(1)), normal(3, 4), normal(4, 5)),
                check(
                        "product with transposed a",
                        x -> Matrices.product(x.get(0), x.get(1), true, false),
                        normal(4, 3),
                        normal(4, 5)),
                check(
                        "product with transposed b",
                        x -> Matrices.productTransposed(x.get(0), x.get(1)),
                        normal(3, 4),
                        normal(5, 4)),
                check(
                        "product with both transposed",
                        x -> Matrices.product(x.get(0), x.get(1), true, true),
                        normal(4, 3),
                        normal(5, 4)),
                check(
                        "linear layer",
                        x -> Matrices.linear(x.get(0), x.get(1), x.get(2)),
                        normal(6, 4),
                        normal(3, 4),
                        normal(3)),
                check("3x3 convolution", x -> conv(x, 1, 1), normal(2, 5, 6, 3), normal(3, 3, 3, 4)),
                check(
                        "3x3 convolution, many channels",
                        x -> conv(x, 1, 1),
                        normal(2, 3, 4, 128),
                        normal(3, 3, 128, 130)),
                check(
                        "2x2 convolution, many channels",
                        x -> conv(x, 1, 0),
                        normal(2, 3, 4, 130),
                        normal(2, 2, 130, 128)),
                check("3x3 convolution, wide border", x -> conv(x, 1, 2), normal(2, 2, 3, 128), normal(3, 3, 128, 128)),
                check("1x1 convolution, stride 3", x -> conv(x, 3, 0), normal(2, 7, 4, 5), normal(1, 1, 5, 3)),
                check("3x3 convolution, stride 2", x -> conv(x, 2, 1), normal(2, 7, 6, 3), normal(3, 3, 3, 2)),
                check("7x7 convolution, stride 2", x -> conv(x, 2, 3), normal(1, 9, 9, 2), normal(7, 7, 2, 3)),
                check("1x1 convolution", x -> conv(x, 1, 0), normal(2, 3, 4, 5), normal(1, 1, 5, 3)),
                check("1x1 convolution, stride 2", x -> conv(x, 2, 0), normal(2, 5, 4, 3), normal(1, 1, 3, 4)),
                check(
                        "convolution with bias",
                        x -> Convolution.convolve(x.get(0), x.get(1), x.get(2), 1, 1),
                        normal(2, 4, 5, 3),
                        normal(3, 3, 3, 4),
                        normal(4)),
                check(
                        "1x1 convolution with bias",
                        x -> Convolution.convolve(x.get(0), x.get(1), x.get(2), 1, 0),
                        normal(2, 4, 5, 3),
                        normal(1, 1, 3, 4),
                        normal(4)),
                check("max pooling", x -> Pooling.max(x.get(0), WindowGeometry.square(3, 2, 1)), normal(2, 7, 6, 3)),
                check("global average", x -> Pooling.globalAverage(x.get(0)), normal(2, 4, 3, 5)),
                check("batch norm of images", x -> batchNorm(x, false), normal(3, 4, 2, 5), normal(5), normal(5)),
                check("batch norm with relu", x -> batchNorm(x, true), normal(3, 4, 2, 5), normal(5), normal(5)),
                check("batch norm of rows", x -> batchNorm(x, false), normal(7, 5), normal(5), normal(5)),
                check("batch norm of rows with relu", x -> batchNorm(x, true), normal(7, 5), normal(5), normal(5)),
                check("frozen batch norm", x -> frozen(x, false), normal(3, 4, 2, 5), normal(5), normal(5)),
                check("frozen batch norm with relu", x -> frozen(x, true), normal(6, 5), normal(5), normal(5)),
                check("batch norm of given images", x -> batchNorm(given(x), false), normal(5), normal(5)),
                check("batch norm of given images with relu", x -> batchNorm(given(x), true), normal(5), normal(5)),
                check("frozen batch norm of given images", x -> frozen(given(x), false), normal(5), normal(5)),
                check("frozen batch norm of given images with relu", x -> frozen(given(x), true), normal(5), normal(5)),
                check("softmax", x -> Rows.softmax(x.get(0)), normal(4, 6)),
                check("log softmax", x -> Rows.logSoftmax(x.get(0)), normal(4, 6)),
                check("row normalisation", x -> Rows.normalise(x.get(0)), normal(4, 6)),
                check("row sums", x -> Sums.rows(x.get(0)), normal(4, 6)),
                check("column sums", x -> Sums.columns(x.get(0)), normal(2, 3, 6)),
                check("mean of all", x -> Sums.mean(x.get(0)), normal(4, 6)),
                check("column means", x -> Sums.columnMeans(x.get(0)), normal(4, 6)),
                check("reshape", x -> Shapes.reshape(x.get(0), 3, 8), normal(4, 6)),
                check("rows of an array", x -> Shapes.rows(x.get(0), 1, 3), normal(4, 2, 3)),
                check("concatenation", Shapes::concat, normal(4, 3), normal(1, 3), normal(2, 3)));
    }

    @TestFactory
    Stream<DynamicTest> the_gradient_of_elementwise_functions_agrees_with_central_differences() {
        return Stream.of(
                check("affine", x -> Elementwise.affine(x.get(0), -2.5, 0.7), normal(4, 3)),
                check("exp", x -> Elementwise.exp(x.get(0)), normal(4, 3)),
                check("log", x -> Elementwise.log(x.get(0)), positive(4, 3)),
                check("square", x -> Elementwise.square(x.get(0)), normal(4, 3)),
                check("square root", x -> Elementwise.sqrt(x.get(0)), positive(4, 3)),
                check("power", x -> Elementwise.power(x.get(0), 4), positive(4, 3)),
                check("fractional power", x -> Elementwise.power(x.get(0), 0.5), positive(4, 3)),
                check("floor", x -> Elementwise.atLeast(x.get(0), 0.1), normal(4, 3)),
                check("relu", x -> Elementwise.relu(x.get(0)), normal(2, 3, 2, 3)),
                check("residual relu", x -> Elementwise.addRelu(x.get(0), x.get(1)), normal(2, 5), normal(2, 5)),
                check("sum", x -> Arithmetic.add(x.get(0), x.get(1)), normal(4, 3), normal(4, 3)),
                check("sum of images", x -> Arithmetic.add(x.get(0), x.get(1)), normal(2, 2, 3, 2), normal(2, 2, 3, 2)),
                check("sum with a row", x -> Arithmetic.add(x.get(0), x.get(1)), normal(4, 3), normal(3)),
                check(
                        "difference with a column",
                        x -> Arithmetic.subtract(x.get(0), x.get(1)),
                        normal(4, 3),
                        normal(4, 1)),
                check("product with one number", x -> Arithmetic.multiply(x.get(0), x.get(1)), normal(4, 3), normal(1)),
                check("product", x -> Arithmetic.multiply(x.get(0), x.get(1)), normal(4, 3), normal(4, 3)),
                check("product with a row", x -> Arithmetic.multiply(x.get(0), x.get(1)), normal(4, 3), normal(1, 3)),
                check("quotient by a column", x -> Arithmetic.divide(x.get(0), x.get(1)), normal(4, 3), positive(4, 1)),
                check("quotient", x -> Arithmetic.divide(x.get(0), x.get(1)), normal(4, 3), positive(4, 3)),
                check(
                        "a value used twice",
                        x -> Arithmetic.multiply(x.get(0), Elementwise.exp(x.get(0))),
                        normal(4, 3)));
    }

    private interface OneOutput {
        Tensor of(List<Tensor> inputs);
    }

    private static DynamicTest check(String name, OneOutput body, INDArray... values) {
        return DynamicTest.dynamicTest(
                name, () -> assertThat(GradientCheck.worstError(SEED, inputs -> List.of(body.of(inputs)), values))
                        .as("seed %d (-Dtest.seed)", SEED)
                        .isLessThan(1e-7));
    }

    private static Tensor conv(List<Tensor> x, int stride, int padding) {
        return Convolution.convolve(x.get(0), x.get(1), stride, padding);
    }

    private static Tensor batchNorm(List<Tensor> x, boolean relu) {
        return BatchNorm.train(x.get(0), x.get(1), x.get(2), 1e-5, relu).y();
    }

    /** Images that get no gradient, unlike gamma and beta. */
    private static List<Tensor> given(List<Tensor> x) {
        return List.of(x.get(0).graph().constant("images", normal(3, 4, 2, 5)), x.get(0), x.get(1));
    }

    private static Tensor frozen(List<Tensor> x, boolean relu) {
        var graph = x.get(0).graph();
        Tensor mean = graph.constant("mean", normal(5));
        Tensor variance = graph.constant("variance", positive(5));
        return BatchNorm.inference(x.get(0), x.get(1), x.get(2), mean, variance, 1e-5, relu);
    }

    private static INDArray normal(long... shape) {
        Nd4j.getRandom().setSeed(SEED + shape.length);
        return Nd4j.randn(DataType.DOUBLE, shape);
    }

    private static INDArray positive(long... shape) {
        Nd4j.getRandom().setSeed(SEED + 7);
        return Nd4j.rand(DataType.DOUBLE, shape).addi(0.5);
    }
}
