package io.semisup4j.paws.simclr;

import static io.semisup4j.paws.golden.GoldenTensors.relativeError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.semisup4j.paws.golden.GoldenTensors;
import io.semisup4j.paws.golden.PublishedNet;
import io.semisup4j.paws.loss.SupportLabels;
import io.semisup4j.paws.pretrain.BatchShape;
import io.semisup4j.paws.pretrain.StepViews;
import io.semisup4j.testing.KernelChoice;
import io.semisup4j.training.loop.StepResult;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.optimiser.Lars;
import io.semisup4j.training.optimiser.ParameterGroups;
import io.semisup4j.training.optimiser.Sgd;
import io.semisup4j.training.optimiser.SgdSettings;
import io.semisup4j.training.schedule.WarmupCosine;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;

/** Whole steps of SimCLR+CT against the published program. */
@Tag("golden")
class SimclrCtGoldenTest {
    private final GoldenTensors golden = new GoldenTensors("train_simclr_ct.npz");
    /** ipe, warm-up, epochs, start, ref, final, wd, tau, B, K, s. */
    private final double[] hyper = golden.array("hyper").toDoubleVector();

    @ParameterizedTest
    @CsvSource({
        "DOUBLE, ND4J, 1e-7",
        "FLOAT, ND4J, 2e-3",
        "FLOAT, ONEDNN, 2e-3",
        "FLOAT, ONEDNN_WINOGRAD, 2e-3",
        "FLOAT, ONEDNN_EXACT, 2e-3"
    })
    void the_steps_equal_the_published_ones(DataType type, KernelChoice kernels, double tolerance) {
        kernels.during(() -> compareSteps(type, tolerance));
    }

    private void compareSteps(DataType type, double tolerance) {
        Trajectory trajectory = new Trajectory(type);
        for (int i = 0; golden.has("step" + i + "/simclr_loss"); i++) {
            trajectory.runAndCompare(i, tolerance);
        }
        if (type == DataType.DOUBLE) {
            // In float a ReLU input near 0 moves single parameters by a good part of themselves.
            PublishedNet.assertFinal(golden, trajectory.net.state(), trajectory.optimiser.momentum(), tolerance);
        }
    }

    /** A net on its way, from the published checkpoint on. */
    private final class Trajectory {
        private final TrainedNet net;
        private final Sgd optimiser;
        private final SimclrCtStep step;

        Trajectory(DataType type) {
            PublishedNet published = PublishedNet.read(type);
            net = new TrainedNet(published.state());
            optimiser = net.optimiser(
                    SgdSettings.adapted(0.9, false, ParameterGroups.biasAndBnExcluded(hyper[6]), Lars.published()));
            step = step(published, net, optimiser);
        }

        void runAndCompare(int i, double tolerance) {
            StepResult result = step.run(i);
            String name = "step" + i + "/";
            assertClose(result, "simclr", name + "simclr_loss", tolerance);
            assertClose(result, "suncet", name + "suncet_loss", tolerance);
            assertClose(result, "lr", name + "lr", 1e-12);
            assertThat(relativeError(PublishedNet.norms(net.state()), golden.array(name + "param_norms")))
                    .as(name + "param_norms")
                    .isLessThan(tolerance);
        }
    }

    private SimclrCtStep step(PublishedNet published, TrainedNet net, Sgd optimiser) {
        int classes = (int) hyper[9];
        int imagesPerClass = (int) hyper[10];
        return new SimclrCtStep(
                published.encoder(),
                net,
                new SimclrCtStep.Objective(hyper[7], Long.MAX_VALUE),
                new BatchShape((int) hyper[8], 0, classes, imagesPerClass, 1),
                new SupportLabels(classes, imagesPerClass, 1, 1, false, 0),
                (int) golden.shape("step0/view0")[2],
                optimiser,
                WarmupCosine.ofEpochs(hyper[3], hyper[4], hyper[5], (int) hyper[1], (int) hyper[2], (long) hyper[0]),
                this::views);
    }

    private StepViews views(long step) {
        String name = "step" + step + "/";
        List<String> rows = List.of(name + "support", name + "view0", name + "view1");
        return new StepViews(PublishedNet.rows(golden, rows), new float[0], 0);
    }

    private void assertClose(StepResult result, String metric, String name, double tolerance) {
        double expected = golden.number(name);
        assertThat(result.metrics().get(metric)).as(name).isCloseTo(expected, within(tolerance * Math.abs(expected)));
    }
}
