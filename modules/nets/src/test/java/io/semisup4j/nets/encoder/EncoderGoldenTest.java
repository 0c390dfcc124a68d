package io.semisup4j.nets.encoder;

import static io.semisup4j.nets.encoder.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.nets.state.NetLayout;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.nets.state.OfficialState;
import io.semisup4j.testing.GoldenFolder;
import io.semisup4j.testing.KernelChoice;
import io.semisup4j.weights.StateDict;
import io.semisup4j.weights.TensorData;
import io.semisup4j.weights.npz.NpzFile;
import io.semisup4j.weights.torch.TorchFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;

/** Small encoders with the weights of real checkpoints against the official code's outputs and gradients. */
@Tag("golden")
class EncoderGoldenTest {
    private static final String CASES =
            """
            net_wrn10w2.npz,       wrn10w2_latest.pth.tar,       DOUBLE, ND4J,         1e-9, 1e-9
            net_wrn10w2.npz,       wrn10w2_latest.pth.tar,       FLOAT,  ND4J,         1e-5, 2e-4
            net_wrn10w2.npz,       wrn10w2_latest.pth.tar,       FLOAT,  ONEDNN,       1e-5, 2e-4
            net_wrn10w2.npz,       wrn10w2_latest.pth.tar,       FLOAT,  ONEDNN_WINOGRAD, 1e-5, 2e-4
            net_wrn10w2.npz,       wrn10w2_latest.pth.tar,       FLOAT,  ONEDNN_EXACT, 1e-5, 2e-4
            net_resnet_narrow.npz, resnet_narrow_module.pth.tar, DOUBLE, ND4J,         1e-9, 1e-9
            net_resnet_narrow.npz, resnet_narrow_module.pth.tar, FLOAT,  ND4J,         1e-5, 2e-4
            net_resnet_narrow.npz, resnet_narrow_module.pth.tar, FLOAT,  ONEDNN,       1e-5, 2e-4
            net_resnet_narrow.npz, resnet_narrow_module.pth.tar, FLOAT,  ONEDNN_WINOGRAD, 1e-5, 2e-4
            net_resnet_narrow.npz, resnet_narrow_module.pth.tar, FLOAT,  ONEDNN_EXACT, 1e-5, 2e-4
            """;

    private record Case(NpzFile golden, EncoderRun run) {}

    @ParameterizedTest
    @CsvSource(textBlock = CASES)
    void evaluation_gives_the_official_outputs(
            String golden, String checkpoint, DataType type, KernelChoice kernels, double tolerance) {
        kernels.during(() -> checkEvaluation(load(golden, checkpoint, type), tolerance));
    }

    private static void checkEvaluation(Case c, double tolerance) {
        EncoderRun.Results results = c.run.evaluate();
        assertClose("h", results.get("h"), c.golden.doubles("eval_h"), tolerance);
        assertClose("z", results.get("z"), c.golden.doubles("eval_z"), tolerance);
    }

    @ParameterizedTest
    @CsvSource(textBlock = CASES)
    void training_gives_the_official_outputs_gradients_and_running_statistics(
            String golden, String checkpoint, DataType type, KernelChoice kernels, double ignored, double tolerance) {
        kernels.during(() -> checkTraining(load(golden, checkpoint, type), tolerance));
    }

    private static void checkTraining(Case c, double tolerance) {
        NpzFile expected = c.golden;
        int views = views(expected).size();
        EncoderRun.Results results = c.run.train(expected.read("cot_h"), expected.read("cot_z"), views);

        assertClose("h", results.get("h"), expected.doubles("train_h"), tolerance);
        assertClose("z", results.get("z"), expected.doubles("train_z"), tolerance);
        // The loss is a sum with cancellation: its scale is that of its terms.
        double terms = expected.doubles("cot_h").length + expected.doubles("cot_z").length;
        assertThat(results.get("loss")[0]).isCloseTo(expected.scalar("train_loss"), within(tolerance * terms));
        for (int i = 0; i < views; i++) {
            assertClose("grad_x" + i, results.get("grad_x" + i), expected.doubles("grad_x" + i), tolerance);
        }
        double scale = expected.names("grad/").stream()
                .mapToDouble(name -> Closeness.largest(expected.doubles(name)))
                .max()
                .orElseThrow();
        for (String name : expected.names("grad/")) {
            double[] gradient = expected.doubles(name);
            boolean zero = ZeroGradients.contains(name.substring("grad/".length()));
            assertClose(name, results.get(name), gradient, tolerance, zero ? scale : Closeness.largest(gradient));
        }
        for (String name : expected.names("after/")) {
            assertClose(name, results.get(name), expected.doubles(name), tolerance);
        }
    }

    @ParameterizedTest
    @CsvSource({"wrn10w2_latest.pth.tar", "resnet_narrow_module.pth.tar"})
    void import_and_export_give_back_every_byte(String checkpoint) {
        StateDict official = dictionary(checkpoint);
        NetLayout layout = EncoderShapes.encoder(official.shapes()).layout();
        OfficialState.Imported imported = OfficialState.load(NetState.zeros(layout, DataType.FLOAT), official);

        assertThat(imported.matching().matched()).hasSize(official.size());
        StateDict exported = OfficialState.export(imported.state());
        assertThat(exported.names()).containsExactlyElementsOf(official.names());
        official.names()
                .forEach(name -> assertThat(exported.read(name)).as(name).isEqualTo(official.read(name)));
    }

    private static org.assertj.core.data.Offset<Double> within(double offset) {
        return org.assertj.core.data.Offset.offset(offset);
    }

    private static Case load(String golden, String checkpoint, DataType type) {
        NpzFile npz = NpzFile.open(GoldenFolder.file("paws", golden));
        StateDict official = dictionary(checkpoint);
        Encoder encoder = EncoderShapes.encoder(official.shapes());
        NetState start = NetState.zeros(encoder.layout(), type);
        NetState state = OfficialState.load(start, official).state();
        return new Case(npz, new EncoderRun(encoder, state, views(npz)));
    }

    private static StateDict dictionary(String checkpoint) {
        TorchFile file = TorchFile.open(GoldenFolder.file("paws", checkpoint));
        return StateDict.of(file.tensors("encoder")).stripPrefix("module.");
    }

    private static List<TensorData> views(NpzFile npz) {
        List<TensorData> views = new ArrayList<>();
        while (npz.contains("x" + views.size())) {
            views.add(npz.read("x" + views.size()));
        }
        return views;
    }
}
