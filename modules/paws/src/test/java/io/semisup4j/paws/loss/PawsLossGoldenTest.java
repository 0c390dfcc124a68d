package io.semisup4j.paws.loss;

import static io.semisup4j.paws.golden.GoldenTensors.relativeError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.plan.Plan;
import io.semisup4j.paws.golden.GoldenTensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The PAWS loss against the published code. */
@Tag("golden")
class PawsLossGoldenTest {
    private static final double TOLERANCE = 1e-10;

    @Test
    void values_and_gradients_equal_the_published_ones() {
        GoldenTensors golden = new GoldenTensors("loss_paws.npz");
        for (String name : golden.cases("c\\d+")) {
            PawsLoss loss = new PawsLoss(
                    new SoftNearestNeighbours(golden.number(name + "/tau")),
                    new Sharpening(golden.number(name + "/T")),
                    golden.integer(name + "/multicrop"),
                    golden.integer(name + "/me_max") != 0);
            Plan plan = run(
                    loss,
                    golden.array(name + "/anchor_views"),
                    golden.array(name + "/anchor_supports"),
                    golden.array(name + "/labels"),
                    golden.array(name + "/target_views"),
                    golden.array(name + "/target_supports"));

            for (String output : List.of("probs", "targets", "ploss", "rloss")) {
                assertThat(relativeError(plan.output(output), golden.array(name + "/" + output)))
                        .as(name + " " + output)
                        .isLessThan(TOLERANCE);
            }
            for (String input : List.of("anchor_views", "anchor_supports")) {
                assertThat(relativeError(plan.output("gradient/" + input), golden.array(name + "/grad_" + input)))
                        .as(name + " gradient of " + input)
                        .isLessThan(TOLERANCE);
            }
            assertThat(plan.inputNames()).as("targets take no gradient").contains("target_views", "target_supports");
        }
    }

    /** The published gather and all-reduce give the gradient of one global loss; before averaging, W times it. */
    @Test
    void one_process_on_the_joint_batch_equals_several_devices() {
        GoldenTensors golden = new GoldenTensors("loss_paws_distributed.npz");
        for (String name : golden.cases("d\\d+")) {
            int devices = golden.integer(name + "/world_size");
            int crops = golden.integer(name + "/multicrop");
            // Every published configuration uses tau 0.1 and T 0.25; the file does not carry them.
            PawsLoss loss = new PawsLoss(new SoftNearestNeighbours(0.1), new Sharpening(0.25), crops, true);
            IntFunction<String> rank = r -> name + "/r" + r + "/";
            Plan plan = run(
                    loss,
                    viewMajor(golden, rank, "anchor_views", devices, 2 + crops),
                    viewMajor(golden, rank, "anchor_supports", devices, 1),
                    golden.array(name + "/labels"),
                    viewMajor(golden, rank, "target_views", devices, 2),
                    viewMajor(golden, rank, "target_supports", devices, 1));

            assertThat(plan.number("loss"))
                    .as(name + " global loss")
                    .isCloseTo(golden.number(name + "/global_loss"), within(TOLERANCE));
            assertThat(plan.number("rloss")).isCloseTo(golden.number(rank.apply(0) + "rloss"), within(TOLERANCE));
            INDArray views = viewMajor(golden, rank, "grad_anchor_views", devices, 2 + crops);
            INDArray supports = viewMajor(golden, rank, "grad_anchor_supports", devices, 1);
            assertThat(relativeError(plan.output("gradient/anchor_views").mul(devices), views))
                    .as(name + " gradient of the views")
                    .isLessThan(TOLERANCE);
            assertThat(relativeError(plan.output("gradient/anchor_supports").mul(devices), supports))
                    .as(name + " gradient of the supports")
                    .isLessThan(TOLERANCE);
        }
    }

    /** Joins the ranks' arrays view by view: view 1 of all ranks, view 2 of all ranks, and so on. */
    private static INDArray viewMajor(
            GoldenTensors golden, IntFunction<String> rank, String array, int devices, int views) {
        List<INDArray> parts = new ArrayList<>();
        for (int view = 0; view < views; view++) {
            for (int r = 0; r < devices; r++) {
                INDArray whole = golden.array(rank.apply(r) + array);
                long rows = whole.size(0) / views;
                parts.add(whole.get(NDArrayIndex.interval(view * rows, (view + 1) * rows), NDArrayIndex.all()));
            }
        }
        return Nd4j.concat(0, parts.toArray(INDArray[]::new));
    }

    private static Plan run(
            PawsLoss loss,
            INDArray anchorViews,
            INDArray anchorSupports,
            INDArray labels,
            INDArray targetViews,
            INDArray targetSupports) {
        LossGraph graph = new LossGraph();
        Tensor views = graph.input("anchor_views", anchorViews);
        Tensor supports = graph.input("anchor_supports", anchorSupports);
        PawsLoss.Terms terms = loss.of(
                views,
                supports,
                graph.constant("labels", labels),
                graph.input("target_views", targetViews),
                graph.input("target_supports", targetSupports));
        return graph.run(
                Map.of(
                        "probs", terms.probabilities(),
                        "targets", terms.targets(),
                        "ploss", terms.crossEntropy(),
                        "rloss", terms.meanEntropy()),
                terms.total());
    }
}
