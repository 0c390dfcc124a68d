package io.semisup4j.nets.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.plan.Plan;
import io.semisup4j.engine.plan.PlanBuilder;
import io.semisup4j.engine.plan.StockSession;
import io.semisup4j.nets.backbones.WideResNet;
import io.semisup4j.nets.scope.Pass;
import io.semisup4j.nets.state.Declaration;
import io.semisup4j.nets.state.Declarations;
import io.semisup4j.nets.state.NetState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** An encoder is a real SameDiff: its own session computes outputs and gradients as a plan does. */
class PlanAndStockSessionTest {

    @BeforeAll
    static void teach_the_session() {
        StockSession.install();
    }

    @Test
    void an_encoder_gives_the_same_outputs_and_gradients_in_a_plan_and_in_a_stock_session() {
        Encoder encoder = Encoder.pretraining(new WideResNet(10, 1), 8, true);
        NetState state = NetState.initial(encoder.layout(), 2, DataType.DOUBLE);
        Graph graph = new Graph(DataType.DOUBLE);
        Tensor images = graph.input("images", 3, 8, 8, 3);
        Tensor z = new ViewsForward(encoder, graph, new Declarations(), Pass::train)
                .views(List.of(images))
                .z();
        Nd4j.getRandom().setSeed(11);
        Tensor upstream = graph.constant("upstream", Nd4j.randn(DataType.DOUBLE, z.shape()));
        Map<Tensor, Tensor> gradients = graph.gradients(Map.of(z, upstream));
        Map<String, Tensor> results = new LinkedHashMap<>(Map.of("z", z));
        for (String name : List.of("conv1.weight", "layer2.0.shortcut.0.weight", "bn1.bias", "fc.fc1.weight")) {
            results.put(name, gradients.get(parameter(graph, state, name)));
        }
        INDArray pixels = Nd4j.randn(DataType.DOUBLE, images.shape());

        PlanBuilder builder = state.bind(graph, Plan.of(graph));
        Plan plan = builder.outputs(results).compile();
        plan.input("images").assign(pixels);
        plan.run();
        Map<String, INDArray> stock = inStockSession(graph, state, results, pixels);

        results.forEach((name, tensor) -> {
            INDArray expected = plan.output(name);
            double scale = expected.amaxNumber().doubleValue();
            assertThat(stock.get(tensor.name()).sub(expected).amaxNumber().doubleValue())
                    .as(name)
                    .isLessThan(1e-12 * scale);
        });
        assertThat(graph.samediff().summary())
                .contains("layer3.0.bn2.running_var", "layer3/0/conv2/convolution.forward");
    }

    private static Map<String, INDArray> inStockSession(
            Graph graph, NetState state, Map<String, Tensor> results, INDArray pixels) {
        for (Declaration declaration : state.layout().declarations()) {
            if (declaration.kind() != Declaration.Kind.COUNTER) {
                graph.samediff()
                        .associateArrayWithVariable(state.view(declaration).dup(), declaration.name());
            }
        }
        String[] names = results.values().stream().map(Tensor::name).toArray(String[]::new);
        return graph.samediff().output(Map.of("images", pixels), names);
    }

    private static Tensor parameter(Graph graph, NetState state, String name) {
        return graph.parameter(name, state.layout().parameters().slot(name).shape());
    }
}
