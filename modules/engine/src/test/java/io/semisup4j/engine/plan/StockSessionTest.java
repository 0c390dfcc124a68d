package io.semisup4j.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.BatchNorm;
import io.semisup4j.engine.ops.Convolution;
import io.semisup4j.engine.ops.Matrices;
import io.semisup4j.engine.ops.Pooling;
import io.semisup4j.engine.ops.Rows;
import io.semisup4j.engine.ops.Shapes;
import io.semisup4j.engine.spec.WindowGeometry;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A graph is a real SameDiff: its own session computes what a plan computes. */
class StockSessionTest {

    @BeforeAll
    static void teach_the_session() {
        StockSession.install();
    }

    @Test
    void a_small_net_gives_the_same_numbers_in_a_plan_and_in_a_stock_session() {
        Nd4j.getRandom().setSeed(11);
        Graph graph = new Graph(DataType.FLOAT);
        Tensor x = graph.input("x", 2, 8, 8, 3);
        Tensor y = Convolution.convolve(x, graph.parameter("conv.weight", 3, 3, 3, 4), 1, 1);
        y = BatchNorm.train(y, graph.parameter("bn.weight", 4), graph.parameter("bn.bias", 4), 1e-5, true)
                .y();
        y = Pooling.globalAverage(Pooling.max(y, WindowGeometry.square(3, 2, 1)));
        y = Shapes.rows(Matrices.linear(y, graph.parameter("fc.weight", 5, 4), graph.parameter("fc.bias", 5)), 0, 2);
        Tensor result = Rows.softmax(y);

        Map<Tensor, INDArray> weights = new HashMap<>();
        graph.parameters().forEach(p -> weights.put(p, Nd4j.randn(DataType.FLOAT, p.shape())));
        INDArray images = Nd4j.randn(DataType.FLOAT, 2, 8, 8, 3);
        PlanBuilder builder = Plan.of(graph).output("y", result);
        weights.forEach(builder::at);
        Plan plan = builder.compile();
        plan.input("x").assign(images);
        plan.run();

        weights.forEach((p, array) -> graph.samediff().associateArrayWithVariable(array, p.variable()));
        INDArray stock =
                graph.samediff().output(Map.of("x", images), result.name()).get(result.name());

        assertThat(stock.sub(plan.output("y")).amaxNumber().doubleValue()).isLessThan(1e-6);
        assertThat(graph.samediff().summary()).contains("conv.weight", "batch-norm.train");
    }
}
