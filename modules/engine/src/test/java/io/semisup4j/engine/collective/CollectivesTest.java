package io.semisup4j.engine.collective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.GraphOp;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.Arithmetic;
import io.semisup4j.engine.ops.BatchNorm;
import io.semisup4j.engine.ops.Elementwise;
import io.semisup4j.engine.ops.Shapes;
import io.semisup4j.engine.ops.Sums;
import io.semisup4j.engine.plan.Plan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** What devices compute together equals what one device computes on the joint rows. */
class CollectivesTest {
    private static final double TOLERANCE = 1e-12;

    @Test
    void gathered_rows_come_device_by_device() throws Exception {
        List<INDArray> gathered = Together.run(3, group -> {
            Graph graph = new Graph(DataType.DOUBLE);
            Tensor x = graph.input("x", 2, 2);
            Plan plan = Plan.of(graph)
                    .at(x, Nd4j.valueArrayOf(new long[] {2, 2}, group.rank(), DataType.DOUBLE))
                    .output("y", Collectives.gather(group, x))
                    .compile();
            plan.run();
            return plan.output("y").dup();
        });
        for (INDArray rows : gathered) {
            assertThat(rows.getColumn(1).toDoubleVector()).containsExactly(0, 0, 1, 1, 2, 2);
        }
    }

    /** loss_r = sum of w_r * gathered^2: every device's rows reach every device's loss. */
    @Test
    void the_gradient_of_gathered_rows_is_the_sum_of_what_all_devices_find() throws Exception {
        int devices = 3;
        INDArray x = normal(1, 2L * devices, 2);
        List<INDArray> weights = List.of(normal(2, 6, 2), normal(3, 6, 2), normal(4, 6, 2));
        List<INDArray> gradients = Together.run(devices, group -> {
            Graph graph = new Graph(DataType.DOUBLE);
            Tensor own = graph.differentiableInput("x", 2, 2);
            Tensor all = Collectives.gather(group, own);
            Tensor loss = weighted(Elementwise.square(all), weights.get(group.rank()));
            return gradient(graph, loss, own, rows(x, group.rank(), 2));
        });
        INDArray sum = weights.get(0).add(weights.get(1)).add(weights.get(2));
        INDArray expected = sum.mul(x).mul(2);
        for (int r = 0; r < devices; r++) {
            assertClose(gradients.get(r), rows(expected, r, 2));
        }
    }

    /** As published: the mean's gradient passes unchanged, since averaging the devices' gradients divides by W. */
    @Test
    void averaged_gradients_of_a_mean_are_those_of_the_joint_mean() throws Exception {
        int devices = 2;
        INDArray x = normal(5, devices, 4);
        INDArray weight = normal(6, 1, 4);
        List<INDArray> gradients = Together.run(devices, group -> {
            Graph graph = new Graph(DataType.DOUBLE);
            Tensor own = graph.differentiableInput("x", 1, 4);
            Tensor loss = weighted(Elementwise.square(Collectives.mean(group, own)), weight);
            return gradient(graph, loss, own, rows(x, group.rank(), 1));
        });
        INDArray mean = x.mean(0).reshape(1, 4);
        for (INDArray gradient : gradients) {
            assertClose(gradient, weight.mul(mean).mul(2));
        }
    }

    @ParameterizedTest
    @CsvSource({"2, true", "2, false", "3, true"})
    void synchronised_batch_norm_equals_batch_norm_of_the_joint_rows(int devices, boolean relu) throws Exception {
        long rows = 4;
        INDArray x = normal(7, rows * devices, 3, 2, 5);
        INDArray weight = normal(8, rows * devices, 3, 2, 5);
        INDArray gamma = normal(9, 5);
        INDArray beta = normal(10, 5);
        Outcome joint = normalised(Group.alone(), x, weight, gamma, beta, relu);

        List<Outcome> shares = Together.run(
                devices,
                group -> normalised(
                        group, rows(x, group.rank(), rows), rows(weight, group.rank(), rows), gamma, beta, relu));

        INDArray dgamma = Nd4j.zeros(DataType.DOUBLE, 5);
        INDArray dbeta = Nd4j.zeros(DataType.DOUBLE, 5);
        for (int r = 0; r < devices; r++) {
            Outcome share = shares.get(r);
            assertClose(share.y(), rows(joint.y(), r, rows));
            assertClose(share.mean(), joint.mean());
            assertClose(share.variance(), joint.variance());
            assertClose(share.dx(), rows(joint.dx(), r, rows));
            dgamma.addi(share.dgamma());
            dbeta.addi(share.dbeta());
        }
        assertClose(dgamma, joint.dgamma());
        assertClose(dbeta, joint.dbeta());
    }

    @Test
    void one_device_has_no_collective_operation_in_its_graph() {
        Graph graph = new Graph(DataType.DOUBLE);
        Tensor x = graph.differentiableInput("x", 4, 3);
        Tensor y = Collectives.mean(Group.alone(), Collectives.gather(Group.alone(), x));
        assertThat(y).isSameAs(x);
        Tensor gamma = graph.parameter("gamma", 3);
        SynchronisedBatchNorm.train(x, gamma, graph.parameter("beta", 3), 1e-5, true, Group.alone());
        assertThat(graph.samediff().getOps().values())
                .extracting(node -> ((GraphOp) node.getOp()).spec().opName())
                .containsExactly("batch-norm.train");
    }

    private record Outcome(
            INDArray y, INDArray mean, INDArray variance, INDArray dx, INDArray dgamma, INDArray dbeta) {}

    private static Outcome normalised(
            Group group, INDArray x, INDArray weight, INDArray gamma, INDArray beta, boolean relu) {
        Graph graph = new Graph(DataType.DOUBLE);
        Tensor input = graph.differentiableInput("x", x.shape());
        Tensor g = graph.parameter("gamma", 5);
        Tensor b = graph.parameter("beta", 5);
        BatchNorm.Trained trained = SynchronisedBatchNorm.train(input, g, b, 1e-3, relu, group);
        Tensor loss = weighted(trained.y(), weight);
        Map<Tensor, Tensor> gradients = gradients(graph, loss);
        Plan plan = Plan.of(graph)
                .at(input, x)
                .at(g, gamma)
                .at(b, beta)
                .output("y", trained.y())
                .output("mean", trained.mean())
                .output("variance", trained.variance())
                .output("dx", gradients.get(input))
                .output("dgamma", gradients.get(g))
                .output("dbeta", gradients.get(b))
                .compile();
        plan.run();
        List<INDArray> found = new ArrayList<>();
        for (String name : List.of("y", "mean", "variance", "dx", "dgamma", "dbeta")) {
            found.add(plan.output(name).dup());
        }
        return new Outcome(found.get(0), found.get(1), found.get(2), found.get(3), found.get(4), found.get(5));
    }

    private static INDArray gradient(Graph graph, Tensor loss, Tensor x, INDArray value) {
        Plan plan = Plan.of(graph)
                .at(x, value)
                .output("dx", gradients(graph, loss).get(x))
                .compile();
        plan.run();
        return plan.output("dx").dup();
    }

    private static Map<Tensor, Tensor> gradients(Graph graph, Tensor loss) {
        return graph.gradients(Map.of(loss, graph.constant("one", Nd4j.ones(DataType.DOUBLE, 1))));
    }

    private static Tensor weighted(Tensor x, INDArray weight) {
        Tensor product = Arithmetic.multiply(x, x.graph().constant("weight", weight));
        return Sums.all(Shapes.reshape(product, x.rows(), x.size(-1)));
    }

    private static INDArray normal(long seed, long... shape) {
        long length = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        SplittableRandom random = new SplittableRandom(seed);
        double[] values =
                DoubleStream.generate(random::nextGaussian).limit(length).toArray();
        return Nd4j.createFromArray(values).reshape(shape);
    }

    private static INDArray rows(INDArray joint, int rank, long rows) {
        return joint.get(NDArrayIndex.interval(rank * rows, (rank + 1) * rows)).dup('c');
    }

    private static void assertClose(INDArray actual, INDArray expected) {
        assertThat(actual.sub(expected.reshape(actual.shape())).amaxNumber().doubleValue())
                .isCloseTo(
                        0, within(TOLERANCE * Math.max(1, expected.amaxNumber().doubleValue())));
    }
}
