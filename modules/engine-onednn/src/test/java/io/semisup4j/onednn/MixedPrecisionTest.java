package io.semisup4j.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.kernels.KernelProvider;
import io.semisup4j.engine.kernels.Precision;
import io.semisup4j.engine.kernels.nd4j.Nd4jKernels;
import io.semisup4j.engine.ops.Arithmetic;
import io.semisup4j.engine.ops.Attention;
import io.semisup4j.engine.ops.BatchNorm;
import io.semisup4j.engine.ops.Convolution;
import io.semisup4j.engine.ops.Elementwise;
import io.semisup4j.engine.ops.Gelu;
import io.semisup4j.engine.ops.Matrices;
import io.semisup4j.engine.ops.Pooling;
import io.semisup4j.engine.ops.Rows;
import io.semisup4j.engine.ops.Sums;
import io.semisup4j.engine.plan.Plan;
import io.semisup4j.engine.plan.PrecisionException;
import io.semisup4j.engine.runtime.ProcessStart;
import io.semisup4j.engine.spec.WindowGeometry;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Operations in bfloat16 against double. Everything given is exact in bfloat16, and products with the unit matrix carry
 * it into and out of bfloat16, so that a result differs by its own rounding, half a unit in the last of eight bits, and
 * by that of its gradient's upstream.
 */
class MixedPrecisionTest {
    private static final long SEED = Long.getLong("test.seed", 20210428L);
    /** Of the largest magnitude, for results in bfloat16. */
    private static final double ROUNDING = Math.scalb(1.0, -8);
    /** Of the largest magnitude, for gradients of parameters, sums over images and statistics. */
    private static final double FLOAT_ROUNDING = 1e-5;

    @BeforeAll
    static void prepare() {
        ProcessStart.prepare();
        assumeTrue(Onednn.hasBfloat16(), "this processor has no bfloat16");
    }

    @AfterAll
    static void nothing_fell_to_reference_loops() {
        assertThat(Implementations.reported()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> convolutions_round_images_and_nothing_else() {
        return Stream.of(
                convolution("3x3", 3, 1, 1, 2, 8, 7, 16, 32),
                convolution("3x3 at the stem", 3, 1, 1, 2, 8, 8, 3, 16),
                convolution("7x7 at the stem", 7, 2, 3, 2, 19, 18, 3, 16),
                convolution("3x3, stride 2", 3, 2, 1, 2, 9, 8, 16, 32),
                convolution("1x1", 1, 1, 0, 3, 5, 4, 32, 16),
                convolution("1x1, stride 2", 1, 2, 0, 2, 7, 6, 16, 32),
                convolution("3x3 of 24 and 10 channels", 3, 1, 1, 2, 6, 5, 24, 10),
                convolution("3x3 of 10 and 24 channels", 3, 1, 1, 2, 6, 5, 10, 24),
                convolution("3x3 of many channels", 3, 1, 1, 4, 8, 8, 128, 128),
                test(
                        "3x3 with bias",
                        List.of("dx1", "dx2"),
                        x -> List.of(Convolution.convolve(x.get(0), x.get(1), x.get(2), 1, 1)),
                        normal(2, 6, 5, 16),
                        normal(3, 3, 16, 32),
                        normal(32)));
    }

    @TestFactory
    Stream<DynamicTest> batch_norm_keeps_statistics_and_gradients_of_parameters() {
        return Stream.of(batchNorm(false), batchNorm(true));
    }

    @Test
    void batch_norm_reads_and_leaves_bfloat16_images() {
        Comparison found = Comparison.of(
                SEED,
                new Comparison.Piece(
                        x -> List.of(BatchNorm.train(rounded(x.get(0)), x.get(1), x.get(2), 1e-5, true)
                                .y()),
                        1,
                        List.of(normal(3, 4, 2, 16), normal(16), normal(16))),
                Precision.BFLOAT16);
        assertThat(found.plan().toString()).containsPattern("batch-norm.train +onednn .*:nChw16c.bf16, x1");
        assertThat(found.plan().toString()).containsPattern("batch-norm.train-gradient +onednn .*:nChw16c.bf16, x1");
    }

    @TestFactory
    Stream<DynamicTest> other_operations_on_images_round_their_results() {
        return Stream.of(
                onImages("maximum", x -> Pooling.max(x, WindowGeometry.square(3, 2, 1))),
                onImages("global average", Pooling::globalAverage),
                onImages("relu", Elementwise::relu),
                onImages("sum", x -> Arithmetic.add(x, Elementwise.relu(x))),
                test(
                        "residual relu",
                        List.of(),
                        x -> List.of(Elementwise.addRelu(rounded(x.get(0)), rounded(x.get(1)))),
                        normal(2, 7, 6, 16),
                        normal(2, 7, 6, 16).mul(0.7)),
                test("column sums", List.of("y0"), x -> List.of(Sums.columns(rounded(x.get(0)))), normal(2, 7, 6, 16)),
                test(
                        "column sums of padded channels",
                        List.of("y0"),
                        x -> List.of(Sums.columns(rounded(x.get(0)))),
                        normal(2, 7, 6, 20)));
    }

    @TestFactory
    Stream<DynamicTest> linear_layers_round_their_factors_and_nothing_else() {
        return Stream.of(64L, 3L)
                .map(rows -> test(
                        "linear layer of " + rows + " rows",
                        List.of("y0", "dx0", "dx1", "dx2"),
                        x -> List.of(Matrices.linear(x.get(0), x.get(1), x.get(2))),
                        normal(rows, 40),
                        normal(10, 40),
                        normal(10)));
    }

    /** Rounded four times on the way there and as often on the way back. */
    @TestFactory
    Stream<DynamicTest> gelu_and_attention_compute_on_what_linear_layers_leave_in_bfloat16() {
        return Stream.of(
                chain(
                        "gelu",
                        x -> Matrices.linear(
                                Gelu.of(Matrices.linear(x.get(0), x.get(1), x.get(2))), x.get(3), x.get(4)),
                        normal(4, 16, 40),
                        normal(160, 40).mul(0.15),
                        normal(160),
                        normal(40, 160).mul(0.1),
                        normal(40)),
                chain("attention", x -> attention(x, false), attentionValues()),
                chain(
                        "attention of one token",
                        x -> attention(x, false),
                        Stream.concat(
                                        Stream.of(normal(66, 1, 32)),
                                        Stream.of(attentionValues()).skip(1))
                                .toArray(INDArray[]::new)),
                chain(
                        "attention with bias",
                        x -> attention(x, true),
                        Stream.concat(Stream.of(attentionValues()), Stream.of(normal(2, 2, 17, 17)))
                                .toArray(INDArray[]::new)));
    }

    private static Tensor attention(List<Tensor> x, boolean bias) {
        Tensor qkv = Matrices.linear(x.get(0), x.get(1), x.get(2));
        Tensor y = bias ? Attention.selfAttention(qkv, x.get(5), 2) : Attention.selfAttention(qkv, 2);
        return Matrices.linear(y, x.get(3), x.get(4));
    }

    private static INDArray[] attentionValues() {
        return new INDArray[] {
            normal(4, 17, 32),
            normal(96, 32).mul(0.2),
            normal(96),
            normal(32, 32).mul(0.2),
            normal(32)
        };
    }

    private static DynamicTest chain(String name, Function<List<Tensor>, Tensor> body, INDArray... values) {
        return DynamicTest.dynamicTest(name, () -> {
            Comparison found = Comparison.of(
                    SEED, new Comparison.Piece(x -> List.of(body.apply(x)), 1, List.of(values)), Precision.BFLOAT16);
            assertThat(found.worst())
                    .as("%s, seed %d (-Dtest.seed), %s", found.errors(), SEED, found.plan())
                    .isLessThan(4 * ROUNDING);
            assertThat(found.plan()
                            .toString()
                            .lines()
                            .filter(line -> line.contains("gelu") || line.contains("attention")))
                    .as("%s", found.plan())
                    .hasSizeGreaterThanOrEqualTo(2)
                    .allMatch(line -> line.contains("plain.bf16"));
        });
    }

    @Test
    void losses_stay_in_float() {
        Comparison found = Comparison.of(
                SEED,
                new Comparison.Piece(
                        x -> List.of(Rows.logSoftmax(
                                Matrices.productTransposed(Rows.normalise(x.get(0)), Rows.normalise(x.get(1))))),
                        1,
                        List.of(normal(70, 40), normal(80, 40))),
                Precision.BFLOAT16);
        assertThat(found.worst()).as("%s", found.errors()).isLessThan(FLOAT_ROUNDING);
        assertThat(found.plan().toString()).doesNotContain("bf16");
    }

    @Test
    void double_graphs_are_never_rounded() {
        assertThat(plan(DataType.DOUBLE, new OnednnKernels(), new Nd4jKernels()).toString())
                .doesNotContain("bf16");
    }

    @Test
    void refuses_kernels_without_bfloat16_in_a_sentence() {
        assertThatThrownBy(() -> plan(DataType.FLOAT, new Nd4jKernels()))
                .isInstanceOf(PrecisionException.class)
                .hasMessage(
                        "The kernels of nd4j know no bfloat16." + " Leave -Dprecision=bf16 out to compute in float32.");
    }

    private static Plan plan(DataType type, KernelProvider... kernels) {
        Graph graph = new Graph(type);
        Tensor x = graph.input("x", 2, 6, 6, 16);
        Tensor w = graph.constant("w", normal(3, 3, 16, 16));
        return Plan.of(graph)
                .kernels(List.of(kernels))
                .precision(Precision.BFLOAT16)
                .output("y", Convolution.convolve(x, w, 1, 1))
                .compile();
    }

    private static DynamicTest convolution(
            String name, int kernel, int stride, int padding, long n, long h, long w, long in, long out) {
        return test(
                name + " convolution",
                List.of("dx1"),
                x -> List.of(Convolution.convolve(x.get(0), x.get(1), stride, padding)),
                normal(n, h, w, in),
                normal(kernel, kernel, in, out));
    }

    private static DynamicTest batchNorm(boolean relu) {
        return test(
                "batch norm" + (relu ? " with relu" : ""),
                List.of("y1", "y2", "dx1", "dx2"),
                x -> {
                    var y = BatchNorm.train(rounded(x.get(0)), x.get(1), x.get(2), 1e-5, relu);
                    return List.of(y.y(), y.mean(), y.variance());
                },
                normal(3, 4, 2, 16),
                normal(16),
                normal(16));
    }

    private static DynamicTest onImages(String name, UnaryOperator<Tensor> body) {
        return test(name, List.of(), x -> List.of(body.apply(rounded(x.get(0)))), normal(2, 7, 6, 16));
    }

    private static DynamicTest test(String name, List<String> exact, Comparison.Body body, INDArray... values) {
        return DynamicTest.dynamicTest(name, () -> {
            Comparison found = Comparison.of(SEED, new Comparison.Piece(body, 1, List.of(values)), Precision.BFLOAT16);
            for (Map.Entry<String, Double> error : found.errors().entrySet()) {
                assertThat(error.getValue())
                        .as("%s of %s, seed %d (-Dtest.seed), %s", error.getKey(), found.errors(), SEED, found.plan())
                        .isLessThan(exact.contains(error.getKey()) ? FLOAT_ROUNDING : ROUNDING);
            }
        });
    }

    /** The same images, having passed through bfloat16 exactly. */
    private static Tensor rounded(Tensor x) {
        long channels = x.size(-1);
        Tensor unit = x.graph().constant("unit", Nd4j.eye(channels).reshape(1, 1, channels, channels));
        return Convolution.convolve(x, unit, 1, 0);
    }

    private static INDArray normal(long... shape) {
        Nd4j.getRandom().setSeed(SEED + shape.length);
        return Nd4j.randn(DataType.DOUBLE, shape);
    }
}
