package io.semisup4j.nets.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.plan.Plan;
import io.semisup4j.nets.backbones.WideResNet;
import io.semisup4j.nets.encoder.ViewsForward.Outputs;
import io.semisup4j.nets.scope.BatchStatistics;
import io.semisup4j.nets.scope.Pass;
import io.semisup4j.nets.state.Declarations;
import io.semisup4j.nets.state.NetState;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ViewsForwardTest {
    private static final Encoder ENCODER = Encoder.pretraining(new WideResNet(10, 1), 8, true);
    private static final NetState STATE = NetState.initial(ENCODER.layout(), 5, DataType.DOUBLE);

    private final Graph graph = new Graph(DataType.DOUBLE);
    private final Tensor large1 = graph.input("large1", 2, 8, 8, 3);
    private final Tensor large2 = graph.input("large2", 3, 8, 8, 3);
    private final Tensor small = graph.input("small", 4, 6, 6, 3);

    private Outputs forward(Supplier<Pass> passes, Tensor... views) {
        return new ViewsForward(ENCODER, graph, new Declarations(), passes).views(List.of(views));
    }

    @Test
    void neighbours_of_one_width_make_one_pass() {
        Outputs outputs = forward(Pass::train, large1, large2, small);
        assertThat(outputs.h().shape()).containsExactly(9, 8);
        assertThat(outputs.z().shape()).containsExactly(9, 8);
        assertThat(outputs.passes()).hasSize(2);
        assertThat(outputs.passes().get(0).statistics().get(0))
                .returns("layer1.0.bn1", BatchStatistics::layer)
                .returns(0.1, BatchStatistics::momentum)
                .returns(5L * 8 * 8, BatchStatistics::count);
        assertThat(outputs.passes().get(1).statistics())
                .filteredOn(layer -> layer.layer().equals("bn1"))
                .singleElement()
                .returns(0.99, BatchStatistics::momentum)
                .returns(4L * 2 * 2, BatchStatistics::count);
    }

    @Test
    void views_that_are_not_neighbours_make_passes_of_their_own() {
        assertThat(forward(Pass::train, large1, small, large2).passes()).hasSize(3);
    }

    @Test
    void every_training_pass_tells_about_every_batch_norm_and_an_evaluation_about_none() {
        List<String> layers = ENCODER.layout().countingLayers();
        for (Pass pass : forward(Pass::train, large1, large2, small).passes()) {
            assertThat(pass.statistics()).extracting(BatchStatistics::layer).containsExactlyElementsOf(layers);
        }
        assertThat(forward(Pass::evaluation, large1).passes().get(0).statistics())
                .isEmpty();
    }

    @Test
    void outputs_come_in_the_order_of_the_list_and_evaluation_treats_images_alone() {
        INDArray together = run(forward(Pass::evaluation, large1, large2, small).z());
        INDArray alone = run(forward(Pass::evaluation, large2).z());
        assertThat(together.get(
                                org.nd4j.linalg.indexing.NDArrayIndex.interval(2, 5),
                                org.nd4j.linalg.indexing.NDArrayIndex.all())
                        .distance2(alone))
                .isLessThan(1e-12);
    }

    @Test
    void a_training_pass_normalises_over_its_whole_group() {
        INDArray together = run(forward(Pass::train, large1, large2).h());
        INDArray alone = run(forward(Pass::train, large1).h());
        assertThat(together.get(
                                org.nd4j.linalg.indexing.NDArrayIndex.interval(0, 2),
                                org.nd4j.linalg.indexing.NDArrayIndex.all())
                        .distance2(alone))
                .isGreaterThan(1e-3);
    }

    @Test
    void joined_groups_give_what_the_list_gives() {
        Tensor joined = graph.input("joined", 5, 8, 8, 3);
        Outputs outputs =
                new ViewsForward(ENCODER, graph, new Declarations(), Pass::train).groups(List.of(joined, small));
        assertThat(run(outputs.h())
                        .distance2(
                                run(forward(Pass::train, large1, large2, small).h())))
                .isLessThan(1e-12);
    }

    @Test
    void equal_width_but_another_height_is_refused() {
        Tensor flat = graph.input("flat", 2, 4, 8, 3);
        assertThatThrownBy(() -> forward(Pass::train, large1, flat))
                .hasMessageContaining("one shape")
                .hasMessageContaining("flat");
    }

    @Test
    void a_training_batch_of_one_row_is_refused_by_the_layer_that_cannot_normalise_it() {
        Tensor one = graph.input("one", 1, 8, 8, 3);
        assertThatThrownBy(() -> forward(Pass::train, one)).hasMessageContaining("batch norm fc.bn1");
    }

    private INDArray run(Tensor output) {
        Plan plan = STATE.bind(graph, Plan.of(graph)).output("y", output).compile();
        INDArray images = Nd4j.linspace(DataType.DOUBLE, 0, 0.37, 9 * 8 * 8 * 3).reshape(9, 8, 8, 3);
        Nd4j.getExecutioner().exec(new org.nd4j.linalg.api.ops.impl.transforms.strict.Sin(images, images));
        for (String name : plan.inputNames()) {
            INDArray input = plan.input(name);
            long from = name.equals("large2") ? 2 * 8 * 8 * 3 : 0;
            input.assign(io.semisup4j.engine.flat.Views.of(images, from, input.shape()));
        }
        plan.run();
        return plan.output("y").dup();
    }
}
