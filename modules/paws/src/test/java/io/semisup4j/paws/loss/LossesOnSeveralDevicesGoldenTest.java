package io.semisup4j.paws.loss;

import static io.semisup4j.paws.golden.GoldenTensors.relativeError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.semisup4j.engine.collective.Group;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.plan.Plan;
import io.semisup4j.paws.devices.RealDevices;
import io.semisup4j.paws.golden.GoldenTensors;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The losses against what the published code gave on several processes: values and gradients of every device before
 * they are averaged, here on as many devices as the file says.
 */
@Tag("golden")
@Timeout(120)
class LossesOnSeveralDevicesGoldenTest {
    private static final double TOLERANCE = 1e-10;

    private interface DeviceLoss {
        Tensor of(LossGraph graph, Tensor z, Group group);
    }

    @Test
    void paws() {
        GoldenTensors golden = new GoldenTensors("loss_paws_distributed.npz");
        for (String name : golden.cases("d\\d+")) {
            int devices = golden.integer(name + "/world_size");
            List<Plan> plans = RealDevices.run(devices, group -> paws(golden, name, group));

            double sum = 0;
            for (int r = 0; r < devices; r++) {
                String rank = name + "/r" + r + "/";
                Plan plan = plans.get(r);
                for (String term : List.of("ploss", "rloss")) {
                    assertThat(plan.number(term))
                            .as(rank + term)
                            .isCloseTo(golden.number(rank + term), within(TOLERANCE));
                }
                for (String input : List.of("anchor_views", "anchor_supports")) {
                    assertThat(relativeError(plan.output("gradient/" + input), golden.array(rank + "grad_" + input)))
                            .as(rank + "gradient of " + input)
                            .isLessThan(TOLERANCE);
                }
                sum += plan.number("loss");
            }
            assertThat(sum / devices)
                    .as(name + " global loss")
                    .isCloseTo(golden.number(name + "/global_loss"), within(TOLERANCE));
        }
    }

    private static Plan paws(GoldenTensors golden, String name, Group group) {
        String rank = name + "/r" + group.rank() + "/";
        // Every published configuration uses tau 0.1 and T 0.25; the file does not carry them.
        PawsLoss loss = new PawsLoss(
                new SoftNearestNeighbours(0.1), new Sharpening(0.25), golden.integer(name + "/multicrop"), true);
        LossGraph graph = new LossGraph();
        PawsLoss.Terms terms = loss.of(
                graph.input("anchor_views", golden.array(rank + "anchor_views")),
                graph.input("anchor_supports", golden.array(rank + "anchor_supports")),
                graph.constant("labels", golden.array(name + "/labels")),
                graph.input("target_views", golden.array(rank + "target_views")),
                graph.input("target_supports", golden.array(rank + "target_supports")),
                group);
        return graph.run(Map.of("ploss", terms.crossEntropy(), "rloss", terms.meanEntropy()), terms.total());
    }

    @Test
    void simclr() {
        GoldenTensors golden = new GoldenTensors("loss_contrastive.npz");
        for (String name : golden.cases("simclr\\d+")) {
            SimClrLoss loss = new SimClrLoss(golden.number(name + "/temperature"));
            check(golden, name, (graph, z, group) -> loss.of(z, group));
        }
    }

    @Test
    void suncet() {
        GoldenTensors golden = new GoldenTensors("loss_contrastive.npz");
        for (String name : golden.cases("suncet\\d+")) {
            SuncetLoss loss = new SuncetLoss(golden.number(name + "/temperature"));
            check(
                    golden,
                    name,
                    (graph, z, group) -> loss.of(z, graph.constant("labels", golden.array(name + "/labels")), group));
        }
    }

    private static void check(GoldenTensors golden, String name, DeviceLoss loss) {
        int devices = golden.integer(name + "/world_size");
        List<Plan> plans = RealDevices.run(devices, group -> {
            LossGraph graph = new LossGraph();
            Tensor z = graph.input("z", golden.array(name + "/r" + group.rank() + "/z"));
            return graph.run(Map.of(), loss.of(graph, z, group));
        });
        for (int r = 0; r < devices; r++) {
            String rank = name + "/r" + r + "/";
            assertThat(plans.get(r).number("loss")).as(rank).isCloseTo(golden.number(rank + "loss"), within(TOLERANCE));
            assertThat(relativeError(plans.get(r).output("gradient/z"), golden.array(rank + "grad_z")))
                    .as(rank + " gradient")
                    .isLessThan(TOLERANCE);
        }
    }
}
