package io.semisup4j.paws.finetune;

import static io.semisup4j.paws.golden.GoldenTensors.relativeError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.paws.golden.GoldenTensors;
import io.semisup4j.paws.golden.PublishedNet;
import io.semisup4j.paws.loss.SuncetLoss;
import io.semisup4j.paws.loss.SupportLabels;
import io.semisup4j.testing.KernelChoice;
import io.semisup4j.training.loop.StepResult;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.optimiser.Lars;
import io.semisup4j.training.optimiser.ParameterGroups;
import io.semisup4j.training.optimiser.Sgd;
import io.semisup4j.training.optimiser.SgdSettings;
import io.semisup4j.training.schedule.WarmupCosine;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;

/** Whole steps of soft nearest-neighbour fine-tuning against the published program. */
@Tag("golden")
class SnnFineTuneGoldenTest {
    private final GoldenTensors golden = new GoldenTensors("train_snn_finetune.npz");
    /** ipe, warm-up, epochs, start, ref, final, wd, tau, K, s, V. */
    private final double[] hyper = golden.array("hyper").toDoubleVector();

    @ParameterizedTest
    @CsvSource({
        "DOUBLE, ND4J, 1e-8",
        "FLOAT, ND4J, 5e-4",
        "FLOAT, ONEDNN, 5e-4",
        "FLOAT, ONEDNN_WINOGRAD, 5e-4",
        "FLOAT, ONEDNN_EXACT, 5e-4"
    })
    void the_steps_equal_the_published_ones(DataType type, KernelChoice kernels, double tolerance) {
        kernels.during(() -> compareSteps(type, tolerance));
    }

    private void compareSteps(DataType type, double tolerance) {
        PublishedNet published = PublishedNet.read(type);
        Encoder encoder = published.encoder();
        NetState start = published.state();
        TrainedNet net = new TrainedNet(start);
        SgdSettings settings =
                SgdSettings.adapted(0.9, false, ParameterGroups.biasAndBnExcluded(hyper[6]), Lars.published());
        Sgd optimiser = new Sgd(settings, start.layout().parameters(), type);
        SnnFineTuneStep step = new SnnFineTuneStep(
                encoder,
                net,
                new SuncetLoss(hyper[7]),
                new SupportLabels((int) hyper[8], (int) hyper[9], (int) hyper[10], 1, false, 0),
                (int) golden.shape("step0/view0")[2],
                optimiser,
                WarmupCosine.ofEpochs(hyper[3], hyper[4], hyper[5], (int) hyper[1], (int) hyper[2], (long) hyper[0]),
                this::views);

        for (int i = 0; golden.has("step" + i + "/loss"); i++) {
            StepResult result = step.run(i);

            double loss = golden.number("step" + i + "/loss");
            assertThat(result.metrics().get("loss")).as("loss of step " + i).isCloseTo(loss, within(tolerance * loss));
            assertThat(relativeError(PublishedNet.norms(net.state()), golden.array("step" + i + "/param_norms")))
                    .as("norms after step " + i)
                    .isLessThan(tolerance);
        }
        PublishedNet.assertFinal(golden, net.state(), optimiser.momentum(), tolerance);
    }

    private float[] views(long step) {
        return PublishedNet.rows(
                golden,
                IntStream.range(0, (int) hyper[10])
                        .mapToObj(view -> "step" + step + "/view" + view)
                        .toList());
    }
}
