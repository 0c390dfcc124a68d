package io.semisup4j.nets.encoder;

import static io.semisup4j.nets.encoder.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.nets.backbones.Backbones;
import io.semisup4j.nets.state.Declaration;
import io.semisup4j.nets.state.NetLayout;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.nets.state.OfficialState;
import io.semisup4j.testing.GoldenFolder;
import io.semisup4j.testing.KernelChoice;
import io.semisup4j.weights.StateDict;
import io.semisup4j.weights.TensorData;
import io.semisup4j.weights.npz.NpzFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Full-size encoders with weights by a formula against the official code's numbers. In float the gradients may differ
 * more than the outputs: one ReLU input within rounding of 0 (layer2.0 of the wide net) moves norms by 3e-4.
 */
@Tag("golden")
class FullEncoderGoldenTest {
    private static final int COTANGENT_H = 900;
    private static final int COTANGENT_Z = 901;

    @ParameterizedTest
    @CsvSource({
        "full_wrn28w2_synthetic.npz,   wide_resnet28w2, DOUBLE, ND4J,         1e-6, 1e-6, 1e-6",
        "full_wrn28w2_synthetic.npz,   wide_resnet28w2, FLOAT,  ND4J,         1e-5, 2e-4, 2e-3",
        "full_wrn28w2_synthetic.npz,   wide_resnet28w2, FLOAT,  ONEDNN,       1e-5, 2e-4, 2e-3",
        "full_wrn28w2_synthetic.npz,   wide_resnet28w2, FLOAT,  ONEDNN_WINOGRAD, 1e-5, 2e-4, 2e-3",
        "full_wrn28w2_synthetic.npz,   wide_resnet28w2, FLOAT,  ONEDNN_EXACT, 1e-5, 2e-4, 2e-3",
        "full_resnet50_synthetic.npz,  resnet50,        DOUBLE, ND4J,         1e-6, 1e-6, 1e-6",
        "full_resnet50_synthetic.npz,  resnet50,        FLOAT,  ND4J,         1e-5, 1e-3, 5e-2",
        "full_resnet50_synthetic.npz,  resnet50,        FLOAT,  ONEDNN,       1e-5, 1e-3, 5e-2",
        "full_resnet50_synthetic.npz,  resnet50,        FLOAT,  ONEDNN_WINOGRAD, 1e-5, 1e-3, 5e-2",
        "full_resnet50_synthetic.npz,  resnet50,        FLOAT,  ONEDNN_EXACT, 1e-5, 1e-3, 5e-2"
    })
    void gives_the_official_outputs_gradients_and_running_statistics(
            String file,
            String backbone,
            DataType type,
            KernelChoice kernels,
            double evaluation,
            double training,
            double gradients) {
        kernels.during(() -> compare(file, backbone, type, new Tolerances(evaluation, training, gradients)));
    }

    /** Largest errors of outputs in evaluation and in training, and of gradients, relative to the largest magnitude. */
    private record Tolerances(double evaluation, double training, double gradients) {}

    private static void compare(String file, String backbone, DataType type, Tolerances allowed) {
        try (NpzFile golden = NpzFile.open(GoldenFolder.file("paws", file))) {
            SyntheticNumbers numbers = new SyntheticNumbers(golden.integer("seed_S"));
            Encoder encoder = Encoder.pretraining(
                    Backbones.named(backbone), golden.integer("output_dim"), golden.integer("use_pred") == 1);
            NetLayout layout = encoder.layout();
            StateDict weights = numbers.weights(layout);
            NetState state =
                    OfficialState.load(NetState.zeros(layout, type), weights).state();
            List<TensorData> views = views(golden, numbers);
            checkFormula(golden, weights, state, views);

            EncoderRun run = new EncoderRun(encoder, state, views);
            checkOutputs("eval", run.evaluate(), golden, allowed.evaluation);
            EncoderRun.Results trained = run.train(
                    numbers.cotangent(COTANGENT_H, golden.shape("train_h")),
                    numbers.cotangent(COTANGENT_Z, golden.shape("train_z")),
                    1);
            checkOutputs("train", trained, golden, allowed.training);
            checkGradients(golden, state, trained, allowed.gradients);
            checkBuffers(golden, state, trained, allowed.training);
        }
    }

    private static void checkOutputs(String mode, EncoderRun.Results results, NpzFile golden, double tolerance) {
        assertClose(mode + "_h", results.get("h"), golden.doubles(mode + "_h"), tolerance);
        assertClose(mode + "_z", results.get("z"), golden.doubles(mode + "_z"), tolerance);
    }

    private static void checkGradients(NpzFile golden, NetState state, EncoderRun.Results results, double tolerance) {
        double[] first = golden.doubles("grad_x0");
        assertClose("grad_x0", Arrays.copyOf(results.get("grad_x0"), first.length), first, tolerance);
        double[] norms = golden.doubles("grad_norms");
        double scale = Closeness.largest(norms);
        List<Declaration> parameters = state.layout().of(Declaration.Kind.PARAMETER);
        assertThat(parameters).hasSameSizeAs(norms);
        for (int i = 0; i < norms.length; i++) {
            String name = parameters.get(i).name();
            double[] norm = {
                Math.sqrt(Arrays.stream(results.get("grad/" + name))
                        .map(g -> g * g)
                        .sum())
            };
            double[] expected = {norms[i]};
            assertClose(
                    "norm of the gradient of " + name,
                    norm,
                    expected,
                    tolerance,
                    ZeroGradients.contains(name) ? scale : norms[i]);
        }
    }

    /** Names of buffers in the file have underscores for dots. */
    private static void checkBuffers(NpzFile golden, NetState state, EncoderRun.Results results, double tolerance) {
        int compared = 0;
        for (Declaration buffer : state.layout().of(Declaration.Kind.BUFFER)) {
            String key = "after_" + buffer.name().replace('.', '_');
            if (golden.contains(key)) {
                assertClose(key, results.get("after/" + buffer.name()), golden.doubles(key), tolerance);
                compared++;
            }
        }
        assertThat(compared).isEqualTo(golden.names("after_").size());
    }

    /** The file's own probes of the formula: first weights and first pixels. */
    private static void checkFormula(NpzFile golden, StateDict weights, NetState state, List<TensorData> views) {
        long[] probes = golden.shape("probe_param_first8");
        List<float[]> heads = state.layout().declarations().stream()
                .filter(entry -> entry.length() >= probes[1])
                .limit(probes[0])
                .map(entry -> Arrays.copyOf(weights.read(entry.name()).toFloats(), (int) probes[1]))
                .toList();
        float[] expected = golden.floats("probe_param_first8");
        for (int i = 0; i < heads.size(); i++) {
            int from = i * (int) probes[1];
            assertThat(heads.get(i)).containsExactly(Arrays.copyOfRange(expected, from, from + (int) probes[1]));
        }
        float[] pixels = golden.floats("x0_first16");
        assertThat(Arrays.copyOf(views.get(0).toFloats(), pixels.length)).containsExactly(pixels);
    }

    private static List<TensorData> views(NpzFile golden, SyntheticNumbers numbers) {
        long[] table = golden.shape("input_shapes");
        long[] shapes = golden.longs("input_shapes");
        List<TensorData> views = new ArrayList<>();
        for (int v = 0; v < table[0]; v++) {
            int from = v * (int) table[1];
            views.add(numbers.view(v, Arrays.copyOfRange(shapes, from, from + (int) table[1])));
        }
        return views;
    }
}
