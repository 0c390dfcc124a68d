package io.semisup4j.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.Arithmetic;
import io.semisup4j.engine.ops.BatchNorm;
import io.semisup4j.engine.ops.Convolution;
import io.semisup4j.engine.ops.Elementwise;
import io.semisup4j.engine.ops.Matrices;
import io.semisup4j.engine.ops.Pooling;
import io.semisup4j.engine.ops.Rows;
import io.semisup4j.engine.ops.Shapes;
import io.semisup4j.engine.ops.Sums;
import io.semisup4j.engine.runtime.ProcessStart;
import io.semisup4j.engine.spec.WindowGeometry;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Every operation and its gradient through oneDNN in float against ND4J in double, within float rounding. */
class EveryOperationTest {
    private static final long SEED = Long.getLong("test.seed", 20210428L);
    private static final double FLOAT_ROUNDING = 5e-6;

    @AfterAll
    static void usualRule() {
        System.clearProperty(Winograd.PRODUCTS);
    }

    @BeforeAll
    static void prepare() {
        ProcessStart.prepare();
        // Convolutions of a test are small.
        System.setProperty(Winograd.PRODUCTS, "0");
    }

    @AfterAll
    static void nothing_fell_to_reference_loops() {
        assertThat(Implementations.reported()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> convolutions_agree() {
        return Stream.of(
                convolution("3x3", 3, 1, 1, 2, 8, 7, 16, 32),
                convolution("3x3 at the stem", 3, 1, 1, 2, 8, 8, 3, 16),
                convolution("7x7 at the stem", 7, 2, 3, 2, 19, 18, 3, 16),
                convolution("3x3, stride 2", 3, 2, 1, 2, 9, 8, 16, 32),
                convolution("1x1", 1, 1, 0, 3, 5, 4, 32, 16),
                convolution("1x1, stride 2", 1, 2, 0, 2, 7, 6, 16, 32),
                convolution("3x3 of 10 and 24 channels", 3, 1, 1, 2, 6, 5, 10, 24),
                convolution("1x1 of 24 and 3 channels", 1, 1, 0, 2, 6, 5, 24, 3),
                convolution("3x3 of large images", 3, 1, 1, 2, 32, 32, 32, 32),
                convolution("3x3 of many channels", 3, 1, 1, 4, 8, 8, 128, 128),
                convolution("3x3 at the stem for a wide net", 3, 1, 1, 2, 8, 8, 4, 16),
                winograd(
                        "3x3 by Winograd",
                        "convolution.gradient",
                        x -> convolve(x.get(0), x.get(1)),
                        normal(4, 16, 18, 64),
                        normal(3, 3, 64, 48)),
                winograd(
                        "3x3 with bias by Winograd",
                        "matrix.column-sum",
                        x -> Convolution.convolve(x.get(0), x.get(1), x.get(2), 1, 1),
                        normal(4, 16, 15, 64),
                        normal(3, 3, 64, 40),
                        normal(40)),
                check(
                        "3x3 with bias",
                        "convolution.forward",
                        x -> Convolution.convolve(x.get(0), x.get(1), x.get(2), 1, 1),
                        normal(2, 6, 5, 16),
                        normal(3, 3, 16, 10),
                        normal(10)));
    }

    @TestFactory
    Stream<DynamicTest> chains_of_image_operations_agree() {
        return Stream.of(
                check("blocks of images", "convolution.gradient", EveryOperationTest::residual, images(2, 8, 8, 16)),
                check(
                        "blocks of images of 10 channels",
                        "pooling.max",
                        EveryOperationTest::residual,
                        images(2, 8, 8, 10)),
                check(
                        "frozen batch norm of blocked images",
                        "batch-norm.inference-gradient",
                        x -> frozen(List.of(convolve(x.get(0), x.get(1)), x.get(2), x.get(3)), true),
                        normal(2, 6, 6, 16),
                        normal(3, 3, 16, 5),
                        normal(5),
                        normal(5)),
                check(
                        "functions of blocked images",
                        "elementwise.square",
                        x -> Elementwise.square(Elementwise.affine(convolve(x.get(0), x.get(1)), 0.7, 0)),
                        normal(2, 6, 6, 16),
                        normal(3, 3, 16, 10)),
                check(
                        "functions that padding must not reach",
                        "elementwise.exp",
                        x -> {
                            Tensor y = convolve(x.get(0), x.get(1));
                            Tensor e = Elementwise.exp(Elementwise.affine(y, 0.01, 0.5));
                            return convolve(Arithmetic.divide(Elementwise.relu(y), e), x.get(2));
                        },
                        normal(2, 6, 6, 16),
                        normal(3, 3, 16, 10),
                        normal(3, 3, 10, 16)));
    }

    /** 20 channels fill no whole blocks of 8 or 16. */
    @Test
    void the_gradient_of_a_bias_is_summed_over_blocked_images_with_padded_channels() {
        Comparison found = compare(
                x -> convolve(Convolution.convolve(x.get(0), x.get(1), x.get(2), 1, 1), x.get(3)),
                normal(2, 6, 5, 16),
                normal(3, 3, 16, 20),
                normal(20),
                normal(3, 3, 20, 16));
        if (Onednn.hasAvx512()) {
            assertThat(found.plan().toString()).containsPattern("matrix.column-sum +onednn .*:nChw16c");
        }
    }

    @TestFactory
    Stream<DynamicTest> batch_norm_agrees() {
        return Stream.of(
                batchNorm("images", false, 3, 4, 2, 16),
                batchNorm("images of 5 channels", false, 3, 4, 2, 5),
                batchNorm("images with relu", true, 3, 4, 2, 16),
                batchNorm("images of 5 channels with relu", true, 3, 4, 2, 5),
                batchNorm("rows", false, 7, 16),
                batchNorm("rows with relu", true, 7, 16),
                batchNorm("rows of 5 with relu", true, 7, 5),
                check(
                        "frozen",
                        "batch-norm.inference",
                        x -> frozen(x, false),
                        normal(3, 4, 2, 5),
                        normal(5),
                        normal(5)),
                check(
                        "frozen rows with relu",
                        "batch-norm.inference-gradient",
                        x -> frozen(x, true),
                        normal(6, 5),
                        normal(5),
                        normal(5)));
    }

    @TestFactory
    Stream<DynamicTest> pooling_agrees() {
        return Stream.of(
                check(
                        "maximum",
                        "pooling.max-gradient",
                        x -> Pooling.max(x.get(0), WindowGeometry.square(3, 2, 1)),
                        normal(2, 7, 6, 16)),
                check(
                        "maximum of 3 channels",
                        "pooling.max",
                        x -> Pooling.max(x.get(0), WindowGeometry.square(2, 2, 0)),
                        normal(2, 6, 6, 3)),
                check(
                        "global average",
                        "pooling.global-average",
                        x -> Pooling.globalAverage(x.get(0)),
                        normal(2, 4, 3, 16)),
                check(
                        "global average of 5 channels",
                        "pooling.global-average-gradient",
                        x -> Pooling.globalAverage(x.get(0)),
                        normal(2, 4, 3, 5)));
    }

    @TestFactory
    Stream<DynamicTest> matrices_agree() {
        return Stream.of(
                product(false, false, 3, 4, 4, 5),
                product(true, false, 40, 30, 40, 50),
                product(false, true, 30, 40, 50, 40),
                product(true, true, 4, 3, 5, 4),
                check(
                        "linear layer",
                        "matrix.linear",
                        x -> Matrices.linear(x.get(0), x.get(1), x.get(2)),
                        normal(6, 40),
                        normal(10, 40),
                        normal(10)),
                check("row sums", "matrix.row-sum", x -> Sums.rows(x.get(0)), normal(4, 6)),
                check("column sums", "matrix.column-sum", x -> Sums.columns(x.get(0)), normal(2, 3, 6)),
                check("mean of all", "matrix.row-sum", x -> Sums.mean(x.get(0)), normal(4, 6)),
                check("softmax", "row.softmax-gradient", x -> Rows.softmax(x.get(0)), normal(4, 6)),
                check("log softmax", "row.log-softmax-gradient", x -> Rows.logSoftmax(x.get(0)), normal(4, 600)),
                portable("row normalisation", x -> Rows.normalise(x.get(0)), normal(4, 6)),
                portable("rows of an array", x -> Shapes.rows(x.get(0), 1, 3), normal(4, 2, 3)),
                portable("concatenation", Shapes::concat, normal(4, 3), normal(1, 3), normal(2, 3)),
                portable(
                        "concatenated images",
                        x -> convolve(Shapes.concat(x.subList(0, 2)), x.get(2)),
                        normal(2, 6, 6, 16),
                        normal(1, 6, 6, 16),
                        normal(3, 3, 16, 16)));
    }

    @TestFactory
    Stream<DynamicTest> functions_of_single_elements_agree() {
        return Stream.of(
                check("affine", "elementwise.affine", x -> Elementwise.affine(x.get(0), -2.5, 0.7), normal(4, 3)),
                check("exp", "elementwise.exp", x -> Elementwise.exp(x.get(0)), normal(40, 30)),
                portable("log", x -> Elementwise.log(x.get(0)), positive(40, 30)),
                check("square", "elementwise.square", x -> Elementwise.square(x.get(0)), normal(4, 3)),
                check("square root", "elementwise.sqrt", x -> Elementwise.sqrt(x.get(0)), positive(4, 3)),
                portable("power", x -> Elementwise.power(x.get(0), 4), positive(4, 3)),
                portable("floor", x -> Elementwise.atLeast(x.get(0), 0.1), normal(4, 3)),
                check("relu", "elementwise.relu-gradient", x -> Elementwise.relu(x.get(0)), normal(2, 3, 2, 3)),
                check(
                        "residual relu",
                        "elementwise.add-relu",
                        x -> Elementwise.addRelu(x.get(0), x.get(1)),
                        normal(2, 5),
                        normal(2, 5)),
                check("sum", "elementwise.add", x -> Arithmetic.add(x.get(0), x.get(1)), normal(4, 3), normal(4, 3)),
                check(
                        "quotient",
                        "elementwise.divide",
                        x -> Arithmetic.divide(x.get(0), x.get(1)),
                        normal(4, 3),
                        positive(4, 3)),
                portable("sum with a row", x -> Arithmetic.add(x.get(0), x.get(1)), normal(40, 30), normal(30)),
                portable(
                        "difference with a column",
                        x -> Arithmetic.subtract(x.get(0), x.get(1)),
                        normal(40, 30),
                        normal(40, 1)),
                portable(
                        "quotient by a column",
                        x -> Arithmetic.divide(x.get(0), x.get(1)),
                        normal(4, 3),
                        positive(4, 1)),
                portable(
                        "product with one number",
                        x -> Arithmetic.multiply(x.get(0), x.get(1)),
                        normal(4, 3),
                        normal(1)),
                portable(
                        "product of an image with a row",
                        x -> Arithmetic.multiply(x.get(0), x.get(1)),
                        normal(2, 4, 3, 5),
                        normal(5)),
                portable(
                        "a value used twice",
                        x -> Arithmetic.multiply(x.get(0), Elementwise.exp(x.get(0))),
                        normal(4, 3)));
    }

    /** An operation that oneDNN must compute with AVX-512; with less, it lacks fast loops for some. */
    private static DynamicTest check(
            String name, String operation, Function<List<Tensor>, Tensor> body, INDArray... values) {
        return DynamicTest.dynamicTest(name, () -> compareThrough(operation, body, values));
    }

    private static void compareThrough(String operation, Function<List<Tensor>, Tensor> body, INDArray... values) {
        Comparison found = compare(body, values);
        assertThat(found.usesOnednnFor(operation))
                .as("%s in %s", operation, found.plan())
                .isEqualTo(Onednn.hasAvx512() || found.usesOnednnFor(operation));
    }

    /** An operation that oneDNN may decline. */
    private static DynamicTest portable(String name, Function<List<Tensor>, Tensor> body, INDArray... values) {
        return DynamicTest.dynamicTest(name, () -> compare(body, values));
    }

    private static Comparison compare(Function<List<Tensor>, Tensor> body, INDArray... values) {
        Comparison found = Comparison.of(SEED, new Comparison.Piece(x -> List.of(body.apply(x)), 1, List.of(values)));
        assertThat(found.worst())
                .as("%s, seed %d (-Dtest.seed)", found.errors(), SEED)
                .isLessThan(FLOAT_ROUNDING);
        return found;
    }

    private static DynamicTest convolution(
            String name, int kernel, int stride, int padding, long n, long h, long w, long in, long out) {
        return check(
                name + " convolution",
                "convolution.gradient",
                x -> Convolution.convolve(x.get(0), x.get(1), stride, padding),
                normal(n, h, w, in),
                normal(kernel, kernel, in, out));
    }

    /** A convolution of images and weights, the first values, in whose three passes the rule chooses Winograd's. */
    private static DynamicTest winograd(
            String name, String operation, Function<List<Tensor>, Tensor> body, INDArray... values) {
        return DynamicTest.dynamicTest(name, () -> {
            if (Onednn.hasAvx512()) {
                assertThat(ConvolutionNames.of(values[0].shape(), values[1].shape()))
                        .allSatisfy(chosen -> assertThat(chosen).contains("wino"));
            }
            compareThrough(operation, body, values);
        });
    }

    private static DynamicTest batchNorm(String name, boolean relu, long... shape) {
        return DynamicTest.dynamicTest("batch norm of " + name, () -> {
            long channels = shape[shape.length - 1];
            Comparison found = Comparison.of(
                    SEED,
                    new Comparison.Piece(
                            x -> {
                                var y = BatchNorm.train(x.get(0), x.get(1), x.get(2), 1e-5, relu);
                                return List.of(y.y(), y.mean(), y.variance());
                            },
                            1,
                            List.of(normal(shape), normal(channels), normal(channels))));
            assertThat(found.worst()).as("%s, seed %d", found.errors(), SEED).isLessThan(FLOAT_ROUNDING);
            assertThat(found.usesOnednnFor("batch-norm.train-gradient")).isTrue();
        });
    }

    private static DynamicTest product(boolean transposeA, boolean transposeB, long... shapes) {
        return check(
                "product " + transposeA + " " + transposeB,
                "matrix.product",
                x -> Matrices.product(x.get(0), x.get(1), transposeA, transposeB),
                normal(shapes[0], shapes[1]),
                normal(shapes[2], shapes[3]));
    }

    /** The operations of residual nets, whose activations stay in oneDNN's format. */
    private static Tensor residual(List<Tensor> x) {
        Tensor a = BatchNorm.train(convolve(x.get(0), x.get(1)), x.get(2), x.get(3), 1e-5, true)
                .y();
        Tensor b = BatchNorm.train(convolve(a, x.get(4)), x.get(2), x.get(3), 1e-5, false)
                .y();
        Tensor c = Elementwise.addRelu(Elementwise.relu(a), b);
        Tensor d = Arithmetic.add(c, b);
        return Pooling.globalAverage(Pooling.max(d, WindowGeometry.square(3, 2, 1)));
    }

    private static INDArray[] images(long n, long h, long w, long c) {
        return new INDArray[] {
            normal(n, h, w, c),
            normal(3, 3, c, c),
            normal(c),
            normal(c),
            normal(3, 3, c, c).mul(2)
        };
    }

    private static Tensor convolve(Tensor x, Tensor w) {
        return Convolution.convolve(x, w, 1, 1);
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
