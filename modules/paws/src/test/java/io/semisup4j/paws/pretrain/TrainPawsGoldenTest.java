package io.semisup4j.paws.pretrain;

import static io.semisup4j.paws.golden.GoldenTensors.relativeError;
import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.encoder.EncoderShapes;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.nets.state.OfficialState;
import io.semisup4j.paws.golden.GoldenTensors;
import io.semisup4j.paws.loss.PawsLoss;
import io.semisup4j.paws.loss.Sharpening;
import io.semisup4j.paws.loss.SoftNearestNeighbours;
import io.semisup4j.paws.loss.SupportLabels;
import io.semisup4j.testing.GoldenFolder;
import io.semisup4j.training.loop.StepResult;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.net.TrainingPlan;
import io.semisup4j.training.optimiser.Lars;
import io.semisup4j.training.optimiser.ParameterGroups;
import io.semisup4j.training.optimiser.Sgd;
import io.semisup4j.training.optimiser.SgdSettings;
import io.semisup4j.training.schedule.WarmupCosine;
import io.semisup4j.weights.StateDict;
import io.semisup4j.weights.torch.TorchFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Whole steps of pre-training against the published program: losses, rates, parameters, momentum, statistics. */
@Tag("golden")
class TrainPawsGoldenTest {
    private final GoldenTensors golden = new GoldenTensors("train_paws.npz");
    private final double[] hyper = golden.array("hyper").toDoubleVector();

    @ParameterizedTest
    @CsvSource({"DOUBLE, 1e-7", "FLOAT, 2e-3"})
    void the_steps_equal_the_published_ones(DataType type, double tolerance) {
        StateDict published = StateDict.of(TorchFile.open(GoldenFolder.file("paws", "wrn10w2_latest.pth.tar"))
                .tensors("encoder"));
        Encoder encoder = EncoderShapes.encoder(published.shapes());
        NetState start = OfficialState.load(NetState.initial(encoder.layout(), 0, type), published)
                .state();
        TrainedNet net = new TrainedNet(start);
        Sgd optimiser = optimiser(start, type);
        PawsStep step = step(encoder, net, optimiser);

        for (int i = 0; golden.has("step" + i + "/ploss"); i++) {
            StepResult result = step.run(i);

            String name = "step" + i + "/";
            assertClose(result.metrics().get("ploss"), name + "ploss", tolerance);
            assertClose(result.metrics().get("rloss"), name + "rloss", tolerance);
            assertClose(result.metrics().get("lr"), name + "lr", 1e-12);
            double[] rates = golden.array(name + "lars_stats").toDoubleVector();
            assertThat(result.metrics().get("lars.mean")).isCloseTo(rates[0], byShare(rates[0], tolerance));
            assertThat(relativeError(norms(net.state()), golden.array(name + "param_norms")))
                    .as(name + "param_norms")
                    .isLessThan(tolerance);
        }
        assertFinal(net.state(), optimiser, tolerance);
    }

    private PawsStep step(Encoder encoder, TrainedNet net, Sgd optimiser) {
        int images = (int) hyper[11];
        int crops = (int) hyper[12];
        int classes = (int) hyper[13];
        int imagesPerClass = (int) hyper[14];
        int views = (int) hyper[15];
        BatchShape shape = new BatchShape(images, crops, classes, imagesPerClass, views);
        PawsLoss loss =
                new PawsLoss(new SoftNearestNeighbours(hyper[7]), new Sharpening(hyper[8]), crops, hyper[10] != 0);
        SupportLabels labels = new SupportLabels(classes, imagesPerClass, views, 1, false, hyper[9]);
        int large = (int) golden.shape("step0/unlabeled_view0")[2];
        int small = (int) golden.shape("step0/unlabeled_view2")[2];
        TrainingPlan plan = PawsForward.compile(encoder, net, loss, shape, large, small, labels.columns());
        WarmupCosine schedule =
                WarmupCosine.ofEpochs(hyper[3], hyper[4], hyper[5], (int) hyper[1], (int) hyper[2], (long) hyper[0]);
        return new PawsStep(plan, net, labels, optimiser, schedule, i -> views(i, views, crops));
    }

    private StepViews views(long step, int supportViews, int crops) {
        List<String> large = new ArrayList<>();
        List<String> small = new ArrayList<>();
        for (int view = 0; view < supportViews; view++) {
            large.add("support_view" + view);
        }
        for (int view = 0; view < 2 + crops; view++) {
            (view < 2 ? large : small).add("unlabeled_view" + view);
        }
        return new StepViews(joined(step, large), joined(step, small), 0);
    }

    /** The published arrays are N, C, H, W; rows here are H, W, C. */
    private float[] joined(long step, List<String> names) {
        INDArray[] parts = names.stream()
                .map(name -> golden.array("step" + step + "/" + name))
                .toArray(INDArray[]::new);
        return Nd4j.concat(0, parts).permute(0, 2, 3, 1).dup('c').data().asFloat();
    }

    private Sgd optimiser(NetState state, DataType type) {
        SgdSettings settings =
                SgdSettings.adapted(0.9, false, ParameterGroups.biasAndBnExcluded(hyper[6]), Lars.published());
        return new Sgd(settings, state.layout().parameters(), type);
    }

    private static INDArray norms(NetState state) {
        double[] norms = state.layout().parameters().slots().stream()
                .mapToDouble(slot -> state.layout()
                        .parameters()
                        .view(state.parameters(), slot.name())
                        .norm2Number()
                        .doubleValue())
                .toArray();
        return Nd4j.createFromArray(norms);
    }

    private void assertFinal(NetState state, Sgd optimiser, double tolerance) {
        NetState momentum = new NetState(state.layout(), optimiser.momentum(), state.buffers(), state.batches());
        StateDict parameters = OfficialState.export(state);
        StateDict momenta = OfficialState.export(momentum);
        assertThat(golden.names("final/")).isNotEmpty();
        for (String name : golden.names("final/")) {
            String tensor = name.substring(name.indexOf('/', "final/".length()) + 1);
            StateDict source = name.startsWith("final/momentum/") ? momenta : parameters;
            INDArray found = Nd4j.createFromArray(source.read(tensor).toDoubles());
            assertThat(relativeError(found, golden.array(name))).as(name).isLessThan(tolerance);
        }
    }

    private void assertClose(double found, String name, double tolerance) {
        assertThat(found).as(name).isCloseTo(golden.number(name), byShare(golden.number(name), tolerance));
    }

    private static org.assertj.core.data.Offset<Double> byShare(double expected, double tolerance) {
        return org.assertj.core.data.Offset.offset(Math.abs(expected) * tolerance);
    }
}
