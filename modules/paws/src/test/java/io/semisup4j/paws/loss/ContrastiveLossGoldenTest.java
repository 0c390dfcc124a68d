package io.semisup4j.paws.loss;

import static io.semisup4j.paws.golden.GoldenTensors.relativeError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.Arithmetic;
import io.semisup4j.engine.ops.Shapes;
import io.semisup4j.engine.plan.Plan;
import io.semisup4j.paws.golden.GoldenTensors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** SimCLR and SuNCEt against the published code, several devices simulated in one process. */
@Tag("golden")
class ContrastiveLossGoldenTest {
    private static final double TOLERANCE = 1e-10;

    private interface RankLoss {
        Tensor of(Tensor own, Tensor all, long firstOwn);
    }

    @Test
    void simclr_equals_the_published_values_and_gradients() {
        GoldenTensors golden = new GoldenTensors("loss_contrastive.npz");
        for (String name : golden.cases("simclr\\d+")) {
            SimClrLoss loss = new SimClrLoss(golden.number(name + "/temperature"));
            check(golden, name, new LossGraph(), loss::of);
        }
    }

    @Test
    void suncet_equals_the_published_values_and_gradients() {
        GoldenTensors golden = new GoldenTensors("loss_contrastive.npz");
        for (String name : golden.cases("suncet\\d+")) {
            LossGraph graph = new LossGraph();
            Tensor labels = graph.constant("labels", golden.array(name + "/labels"));
            SuncetLoss loss = new SuncetLoss(golden.number(name + "/temperature"));
            check(golden, name, graph, (own, all, first) -> loss.of(own, all, labels, first));
        }
    }

    /** The gradient of the sum of all ranks' losses is what each rank holds before averaging. */
    private static void check(GoldenTensors golden, String name, LossGraph graph, RankLoss loss) {
        int devices = golden.integer(name + "/world_size");
        List<Tensor> ranks = new ArrayList<>();
        for (int r = 0; r < devices; r++) {
            ranks.add(graph.input("z" + r, golden.array(name + "/r" + r + "/z")));
        }
        Tensor all = Shapes.concat(ranks);
        Map<String, Tensor> losses = new HashMap<>();
        Tensor sum = null;
        for (int r = 0; r < devices; r++) {
            Tensor own = loss.of(ranks.get(r), all, r * ranks.get(r).size(0));
            losses.put("loss" + r, own);
            sum = sum == null ? own : Arithmetic.add(sum, own);
        }
        Plan plan = graph.run(losses, sum);
        for (int r = 0; r < devices; r++) {
            String rank = name + "/r" + r;
            assertThat(plan.number("loss" + r)).as(rank).isCloseTo(golden.number(rank + "/loss"), within(TOLERANCE));
            INDArray gradient = plan.output("gradient/z" + r);
            assertThat(relativeError(gradient, golden.array(rank + "/grad_z")))
                    .as(rank + " gradient")
                    .isLessThan(TOLERANCE);
        }
    }
}
