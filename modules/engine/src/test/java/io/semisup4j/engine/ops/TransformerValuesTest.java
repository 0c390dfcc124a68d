package io.semisup4j.engine.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.plan.Plan;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What transformers are made of, against loops over elements. */
class TransformerValuesTest {

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"FLOAT", "DOUBLE"})
    void gelu_is_the_exact_one(DataType type) {
        // x Phi(x) from tables of the normal distribution function.
        float[] x = {-6, -2, -1, -0.5f, 0, 0.5f, 1, 2, 6};
        double[] phi = {
            9.865876e-10, 0.02275013, 0.15865525, 0.30853754, 0.5, 0.69146246, 0.84134475, 0.97724987, 0.9999999990134
        };

        INDArray y = run(type, x, Gelu::of, 9);

        for (int i = 0; i < x.length; i++) {
            assertThat(y.getDouble(i)).isCloseTo(x[i] * phi[i], within(2.5e-7 * Math.max(1, Math.abs(x[i]))));
        }
    }

    @Test
    void layer_norm_uses_the_biased_variance_and_the_given_epsilon() {
        INDArray y = run(
                DataType.DOUBLE,
                new float[] {1, 3, 5, 7, 2, 2, 2, 2},
                x -> LayerNorm.normalise(x, row(x, 1, 1, 2, 2), row(x, 0, 0, 0, 10), 4),
                2,
                4);

        // mean 4, variance 5, so one deviation is sqrt(9)
        double[] expected = {-1, -1 / 3.0, 2 / 3.0, 12, 0, 0, 0, 10};
        for (int i = 0; i < expected.length; i++) {
            assertThat(y.getDouble(i)).isCloseTo(expected[i], within(1e-6));
        }
    }

    @Test
    void attention_equals_loops_over_heads_and_tokens() {
        int batch = 4;
        int tokens = 3;
        int heads = 2;
        int size = 2;
        float[] qkv = normal(batch * tokens * 3 * heads * size);
        float[] bias = normal(2 * heads * tokens * tokens);
        double[] expected = attention(qkv, bias, batch, tokens, heads, size);

        INDArray y = run(
                DataType.DOUBLE,
                qkv,
                x -> Attention.selfAttention(x, constant(x, bias, 2, heads, tokens, tokens), heads),
                batch,
                tokens,
                3 * heads * size);

        for (int i = 0; i < expected.length; i++) {
            assertThat(y.ravel().getDouble(i)).isCloseTo(expected[i], within(1e-6));
        }
    }

    @Test
    void patches_read_rows_then_columns_then_channels() {
        int channels = 3;
        float[] images = normal(2 * 4 * 6 * channels);

        INDArray y = run(DataType.DOUBLE, images, x -> Tokens.patches(x, 2), 2, 4, 6, channels);

        assertThat(y.shape()).containsExactly(2, 6, 12);
        // image 1, patch in row 1 and column 2, pixel (1, 0), channel 2
        int source = ((1 * 4 + 1 * 2 + 1) * 6 + 2 * 2) * channels + 2;
        assertThat(y.getDouble(1, 1 * 3 + 2, (1 * 2) * channels + 2)).isEqualTo(images[source]);
    }

    @Test
    void a_class_token_comes_first_and_positions_are_added_to_every_sequence() {
        float[] tokens = {1, 2, 3, 4, 5, 6, 7, 8};

        INDArray y = run(
                DataType.DOUBLE,
                tokens,
                x -> Tokens.addToEach(
                        Tokens.prepend(constant(x, new float[] {-1, -2}, 1, 1, 2), x),
                        constant(x, new float[] {10, 20, 30, 40, 50, 60}, 1, 3, 2)),
                2,
                2,
                2);

        assertThat(y.ravel().toDoubleVector()).containsExactly(9, 18, 31, 42, 53, 64, 9, 18, 35, 46, 57, 68);
    }

    @Test
    void shapes_that_do_not_fit_are_named() {
        Graph graph = new Graph(DataType.FLOAT);
        Tensor x = graph.input("x", 2, 5, 12);
        assertThatThrownBy(() -> Attention.selfAttention(x, 3))
                .hasMessageContaining("3 heads")
                .hasMessageContaining("x");
        assertThatThrownBy(() -> Attention.selfAttention(x, graph.input("bias", 3, 2, 5, 5), 2))
                .hasMessageContaining("[G, 2, 5, 5]")
                .hasMessageContaining("divisor of 2");
        assertThatThrownBy(() -> LayerNorm.normalise(x, graph.input("g", 5), graph.input("b", 5), 1e-6))
                .hasMessageContaining("gamma [D]");
        assertThatThrownBy(() -> Tokens.patches(graph.input("images", 1, 10, 8, 3), 4))
                .hasMessageContaining("multiples of 4");
        assertThatThrownBy(() -> Dropout.path(x, graph.input("mask", 2, 5))).hasMessageContaining("2 samples");
    }

    private static double[] attention(float[] qkv, float[] bias, int batch, int tokens, int heads, int size) {
        int width = heads * size;
        double[] y = new double[batch * tokens * width];
        for (int b = 0; b < batch; b++) {
            for (int h = 0; h < heads; h++) {
                for (int i = 0; i < tokens; i++) {
                    double[] weights = new double[tokens];
                    double sum = 0;
                    for (int j = 0; j < tokens; j++) {
                        double score = 0;
                        for (int d = 0; d < size; d++) {
                            score += qkv[(b * tokens + i) * 3 * width + h * size + d]
                                    * (double) qkv[(b * tokens + j) * 3 * width + width + h * size + d];
                        }
                        double added = bias[((b % 2 * heads + h) * tokens + i) * tokens + j];
                        weights[j] = Math.exp(score / Math.sqrt(size) + added);
                        sum += weights[j];
                    }
                    for (int j = 0; j < tokens; j++) {
                        for (int d = 0; d < size; d++) {
                            y[(b * tokens + i) * width + h * size + d] +=
                                    weights[j] / sum * qkv[(b * tokens + j) * 3 * width + 2 * width + h * size + d];
                        }
                    }
                }
            }
        }
        return y;
    }

    private static INDArray run(DataType type, float[] values, Function<Tensor, Tensor> body, long... shape) {
        Graph graph = new Graph(type);
        Tensor y = body.apply(graph.input("x", shape));
        Plan plan = Plan.of(graph).output("y", y).compile();
        plan.write("x", values);
        plan.run();
        return plan.output("y").dup();
    }

    private static Tensor row(Tensor x, float... values) {
        return constant(x, values, values.length);
    }

    private static Tensor constant(Tensor x, float[] values, long... shape) {
        return x.graph()
                .constant(
                        "constant",
                        org.nd4j.linalg.factory.Nd4j.createFromArray(values).reshape(shape));
    }

    private static float[] normal(int count) {
        SplittableRandom random = new SplittableRandom(3);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
