package io.semisup4j.engine.kernels.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.Arithmetic;
import io.semisup4j.engine.ops.BatchNorm;
import io.semisup4j.engine.ops.Convolution;
import io.semisup4j.engine.ops.Sums;
import io.semisup4j.engine.plan.Plan;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What runs part by part gives what the whole gives. */
class PartsTest {
    private static final long SEED = Long.getLong("test.seed", 20261124L);
    private static final double TOLERANCE = 1e-9;
    /** Rows that are one part, and thrice as many that are not. */
    private static final long ROWS = 12_000;

    private static final long CHANNELS = 65;

    /** Results by name: y, and the gradient of each argument, d0, d1, ... */
    private static Map<String, INDArray> run(Function<List<Tensor>, Tensor> op, INDArray upstream, INDArray... values) {
        Graph graph = new Graph(DataType.DOUBLE);
        List<Tensor> arguments = IntStream.range(0, values.length)
                .mapToObj(i -> graph.parameter("argument" + i, values[i].shape()))
                .toList();
        Tensor y = op.apply(arguments);
        Tensor loss = Sums.all(Arithmetic.multiply(y, graph.constant("upstream", upstream)));
        Map<Tensor, Tensor> gradients =
                graph.gradients(Map.of(loss, graph.constant("one", Nd4j.ones(DataType.DOUBLE, 1))));
        var builder = Plan.of(graph).output("y", y);
        for (int i = 0; i < values.length; i++) {
            builder.at(arguments.get(i), values[i]).output("d" + i, gradients.get(arguments.get(i)));
        }
        Plan plan = builder.compile();
        plan.run();
        Map<String, INDArray> results = new HashMap<>(Map.of("y", plan.output("y")));
        for (int i = 0; i < values.length; i++) {
            results.put("d" + i, plan.output("d" + i));
        }
        return results;
    }

    private static INDArray uniform(long seed, long... shape) {
        Random random = new Random(SEED + seed);
        int length = (int) Arrays.stream(shape).reduce(1, Math::multiplyExact);
        return Nd4j.create(random.doubles(length, -2, 2).toArray()).reshape(shape);
    }

    private static void assertSame(String what, INDArray found, INDArray expected) {
        double scale = expected.amaxNumber().doubleValue();
        assertThat(found.reshape(expected.shape()).sub(expected).amaxNumber().doubleValue())
                .as("%s, seed %d", what, SEED)
                .isCloseTo(0, within(TOLERANCE * scale));
    }

    @Test
    void a_convolution_of_several_parts_is_that_of_its_images() {
        long[] image = {1, 1024, 512, 2};
        long[] result = {1, 1024, 512, 1};
        int images = 5; // two in a part, one in the last
        INDArray x = uniform(1, images, image[1], image[2], image[3]);
        INDArray upstream = uniform(2, images, result[1], result[2], result[3]);
        INDArray w = uniform(3, 3, 3, 2, 1);
        INDArray bias = uniform(4, 1);
        Function<List<Tensor>, Tensor> convolve =
                arguments -> Convolution.convolve(arguments.get(0), arguments.get(1), arguments.get(2), 1, 1);

        Map<String, INDArray> whole = run(convolve, upstream, x, w, bias);

        INDArray dw = Nd4j.zeros(DataType.DOUBLE, w.shape());
        for (int i = 0; i < images; i++) {
            INDArray one = x.slice(i).reshape(image).dup();
            Map<String, INDArray> alone =
                    run(convolve, upstream.slice(i).reshape(result).dup(), one, w, bias);
            assertSame("y of image " + i, whole.get("y").slice(i), alone.get("y"));
            assertSame("dx of image " + i, whole.get("d0").slice(i), alone.get("d0"));
            dw.addi(alone.get("d1"));
        }
        assertSame("dw", whole.get("d1"), dw);
    }

    @Test
    void batch_norm_of_several_parts_is_that_of_one() {
        for (boolean relu : new boolean[] {false, true}) {
            assertThriceIsOnce(x ->
                    BatchNorm.train(x.get(0), x.get(1), x.get(2), 1e-5, relu).y());
        }
    }

    @Test
    void batch_norm_of_several_parts_by_running_statistics_is_that_of_one() {
        INDArray running = uniform(9, CHANNELS);
        for (boolean relu : new boolean[] {false, true}) {
            assertThriceIsOnce(x -> {
                Graph graph = x.get(0).graph();
                Tensor mean = graph.constant("mean", running);
                Tensor variance = graph.constant("variance", running.add(3));
                return BatchNorm.inference(x.get(0), x.get(1), x.get(2), mean, variance, 1e-5, relu);
            });
        }
    }

    /** Pictures thrice have the statistics of pictures once. */
    private static void assertThriceIsOnce(Function<List<Tensor>, Tensor> normalise) {
        assertThat(parts(ROWS)).as("parts of %d rows", ROWS).isEqualTo(1);
        assertThat(parts(3 * ROWS)).as("parts of %d rows", 3 * ROWS).isGreaterThan(1);
        INDArray x = uniform(5, ROWS, CHANNELS);
        INDArray upstream = uniform(6, ROWS, CHANNELS);
        INDArray gamma = uniform(7, CHANNELS);
        INDArray beta = uniform(8, CHANNELS);

        Map<String, INDArray> once = run(normalise, upstream, x, gamma, beta);
        Map<String, INDArray> thrice = run(normalise, thrice(upstream), thrice(x), gamma, beta);

        assertSame("y", thrice.get("y"), thrice(once.get("y")));
        assertSame("dx", thrice.get("d0"), thrice(once.get("d0")));
        assertSame("dgamma", thrice.get("d1"), once.get("d1").mul(3));
        assertSame("dbeta", thrice.get("d2"), once.get("d2").mul(3));
    }

    private static long parts(long rows) {
        return RowParts.of(new long[] {rows, CHANNELS}).count();
    }

    private static INDArray thrice(INDArray rows) {
        return Nd4j.concat(0, rows, rows, rows);
    }
}
