package io.semisup4j.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.Attention;
import io.semisup4j.engine.ops.Gelu;
import io.semisup4j.engine.ops.LayerNorm;
import io.semisup4j.engine.ops.Matrices;
import io.semisup4j.engine.ops.Rows;
import io.semisup4j.engine.ops.Tokens;
import io.semisup4j.engine.runtime.ProcessStart;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What transformers are made of, through oneDNN in float against ND4J in double, within float rounding. */
class TransformerOperationsTest {
    private static final long SEED = Long.getLong("test.seed", 20210428L);
    private static final double FLOAT_ROUNDING = 5e-6;

    @BeforeAll
    static void prepare() {
        ProcessStart.prepare();
    }

    @AfterAll
    static void nothing_fell_to_reference_loops() {
        assertThat(Implementations.reported()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> operations_agree() {
        return Stream.of(
                check(
                        "layer norm",
                        "layer-norm.gradient",
                        x -> layerNorm(x, 1e-6),
                        normal(5, 32),
                        normal(32),
                        normal(32)),
                check(
                        "layer norm of tokens",
                        "layer-norm.forward",
                        x -> layerNorm(x, 1e-5),
                        normal(3, 7, 10),
                        normal(10),
                        normal(10)),
                check("GELU", "gelu.gradient", x -> Gelu.of(x.get(0)), normal(3, 5, 70)),
                check(
                        "self-attention",
                        "attention.gradient",
                        x -> Attention.selfAttention(x.get(0), 2),
                        normal(3, 9, 96)),
                check(
                        "self-attention of odd sizes",
                        "attention.forward",
                        x -> Attention.selfAttention(x.get(0), 3),
                        normal(2, 5, 63)),
                check(
                        "self-attention with a bias",
                        "attention.gradient",
                        x -> Attention.selfAttention(x.get(0), x.get(1), 2),
                        normal(4, 6, 48),
                        normal(1, 2, 6, 6)),
                check(
                        "self-attention with a bias for each of two windows",
                        "attention.gradient",
                        x -> Attention.selfAttention(x.get(0), x.get(1), 2),
                        normal(4, 6, 48),
                        normal(2, 2, 6, 6)),
                check("patches", "transpose.swap-middle", x -> Tokens.patches(x.get(0), 4), normal(2, 8, 12, 3)),
                check("softmax of four axes", "row.softmax-gradient", x -> Rows.softmax(x.get(0)), normal(2, 3, 4, 17)),
                check("a block", "attention.gradient", TransformerOperationsTest::block, blockInputs()));
    }

    /** Pre-norm block of one linear layer after attention. */
    private static Tensor block(List<Tensor> x) {
        Tensor normalised = layerNorm(x.subList(0, 3), 1e-6);
        Tensor qkv = Matrices.linear(normalised, x.get(3), x.get(4));
        Tensor tokens = Tokens.prepend(x.get(5), Attention.selfAttention(qkv, 4));
        return Tokens.first(Gelu.of(Tokens.addToEach(tokens, x.get(6))));
    }

    private static INDArray[] blockInputs() {
        return new INDArray[] {
            normal(3, 5, 32), normal(32), normal(32), normal(96, 32), normal(96), normal(1, 1, 32), normal(1, 6, 32)
        };
    }

    /** Without AVX-512, oneDNN has only reference loops for the gradient of a softmax; ND4J's kernels take over. */
    private static final Set<String> NEED_AVX512 =
            Set.of("row.softmax-gradient", "attention.forward", "attention.gradient");

    private static Tensor layerNorm(List<Tensor> x, double epsilon) {
        return LayerNorm.normalise(x.get(0), x.get(1), x.get(2), epsilon);
    }

    private static DynamicTest check(
            String name, String operation, Function<List<Tensor>, Tensor> body, INDArray... values) {
        return DynamicTest.dynamicTest(name, () -> {
            Comparison found =
                    Comparison.of(SEED, new Comparison.Piece(x -> List.of(body.apply(x)), 1, List.of(values)));
            assertThat(found.worst())
                    .as("%s, seed %d (-Dtest.seed)", found.errors(), SEED)
                    .isLessThan(FLOAT_ROUNDING);
            assertThat(found.usesOnednnFor(operation))
                    .as("%s in %s", operation, found.plan())
                    .isEqualTo(Onednn.hasAvx512() || !NEED_AVX512.contains(operation));
        });
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
