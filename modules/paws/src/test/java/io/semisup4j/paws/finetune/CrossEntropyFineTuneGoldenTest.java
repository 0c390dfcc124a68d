package io.semisup4j.paws.finetune;

import static io.semisup4j.paws.golden.GoldenTensors.relativeError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.encoder.PretrainedClassifier;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.nets.state.OfficialState;
import io.semisup4j.paws.golden.GoldenTensors;
import io.semisup4j.paws.golden.PublishedNet;
import io.semisup4j.testing.KernelChoice;
import io.semisup4j.training.loop.StepResult;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.optimiser.ParameterGroups;
import io.semisup4j.training.optimiser.Sgd;
import io.semisup4j.training.optimiser.SgdSettings;
import io.semisup4j.training.schedule.WarmupCosine;
import io.semisup4j.training.supervised.CrossEntropyStep;
import io.semisup4j.training.supervised.LabelledViews;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;

/** Whole steps of cross-entropy fine-tuning against the published program. */
@Tag("golden")
class CrossEntropyFineTuneGoldenTest {
    private final GoldenTensors golden = new GoldenTensors("train_ce_finetune.npz");
    /** ipe, warm-up, epochs, start, ref, final, wd, classes. */
    private final double[] hyper = golden.array("hyper").toDoubleVector();

    @ParameterizedTest
    @CsvSource({
        "DOUBLE, ND4J, 1e-8",
        "FLOAT, ND4J, 1e-4",
        "FLOAT, ONEDNN, 1e-4",
        "FLOAT, ONEDNN_WINOGRAD, 1e-4",
        "FLOAT, ONEDNN_EXACT, 1e-4"
    })
    void the_steps_equal_the_published_ones(DataType type, KernelChoice kernels, double tolerance) {
        kernels.during(() -> compareSteps(type, tolerance));
    }

    private void compareSteps(DataType type, double tolerance) {
        int classes = (int) hyper[7];
        PublishedNet published = PublishedNet.read(type);
        Encoder classifier = Encoder.classifier(published.encoder().backbone(), classes);
        NetState start = PretrainedClassifier.load(
                        NetState.initial(classifier.layout(), 1, type), OfficialState.export(published.state()))
                .state();
        TrainedNet net = new TrainedNet(start);
        Sgd optimiser = net.optimiser(SgdSettings.plain(0.9, true, ParameterGroups.biasAndBnExcluded(hyper[6])));
        CrossEntropyStep step = new CrossEntropyStep(
                classifier,
                net,
                CrossEntropyStep.Layout.whole(shape()),
                classes,
                optimiser,
                WarmupCosine.ofEpochs(hyper[3], hyper[4], hyper[5], (int) hyper[1], (int) hyper[2], (long) hyper[0]),
                this::batch);

        for (int i = 0; golden.has("step" + i + "/loss"); i++) {
            StepResult result = step.run(i);

            String name = "step" + i + "/";
            double loss = golden.number(name + "loss");
            assertThat(result.metrics().get("loss")).as(name + "loss").isCloseTo(loss, within(tolerance * loss));
            assertThat(result.metrics().get("lr")).isCloseTo(golden.number(name + "lr"), within(1e-12));
            assertThat(relativeError(step.logits(), golden.array(name + "logits")))
                    .as(name + "logits")
                    .isLessThan(tolerance);
            assertThat(relativeError(PublishedNet.norms(net.state()), golden.array(name + "param_norms")))
                    .as(name + "param_norms")
                    .isLessThan(tolerance);
        }
        PublishedNet.assertFinal(golden, net.state(), optimiser.momentum(), tolerance);
    }

    /** N, C, H, W as N, H, W, C. */
    private long[] shape() {
        long[] x = golden.shape("step0/x");
        return new long[] {x[0], x[2], x[3], x[1]};
    }

    private LabelledViews batch(long step) {
        int[] labels = Arrays.stream(golden.integers("step" + step + "/y"))
                .mapToInt(Math::toIntExact)
                .toArray();
        return new LabelledViews(PublishedNet.rows(golden, List.of("step" + step + "/x")), labels, 0);
    }
}
