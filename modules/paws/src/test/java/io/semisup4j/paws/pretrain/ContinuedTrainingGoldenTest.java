package io.semisup4j.paws.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.nets.state.OfficialState;
import io.semisup4j.paws.config.LossConfig;
import io.semisup4j.paws.loss.SupportLabels;
import io.semisup4j.testing.GoldenFolder;
import io.semisup4j.training.loop.Beginning;
import io.semisup4j.training.loop.Stage;
import io.semisup4j.training.loop.StopSignal;
import io.semisup4j.training.loop.TrainStep;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.optimiser.Lars;
import io.semisup4j.training.optimiser.ParameterGroups;
import io.semisup4j.training.optimiser.Sgd;
import io.semisup4j.training.optimiser.SgdSettings;
import io.semisup4j.training.pretrained.OfficialCheckpoint;
import io.semisup4j.training.pretrained.Pretrained;
import io.semisup4j.training.pretrained.PretrainedSource;
import io.semisup4j.training.pretrained.PretrainedStart;
import io.semisup4j.training.stage.Saving;
import io.semisup4j.training.stage.StageRunner;
import io.semisup4j.training.stage.StageWork;
import io.semisup4j.training.state.Stateful;
import io.semisup4j.weights.StateDict;
import io.semisup4j.weights.WeightsException;
import io.semisup4j.weights.torch.TorchFile;
import io.semisup4j.weights.torch.TorchTensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A published checkpoint with its optimiser, taken over and trained for further steps. */
@Tag("golden")
class ContinuedTrainingGoldenTest {
    private static final Path WITH_OPTIMISER = GoldenFolder.file("paws", "wrn10w2_latest.pth.tar");
    private static final Path WITHOUT_OPTIMISER = GoldenFolder.file("paws", "resnet_narrow_module.pth.tar");
    private static final int STEPS_PER_EPOCH = 5;
    private static final double RATE = 0.02;
    private static final BatchShape SHAPE = new BatchShape(4, 0, 3, 2, 1);
    private static final int SIZE = 16;

    private final Pretrained published = PretrainedSource.open(WITH_OPTIMISER);
    private final OfficialCheckpoint file = OfficialCheckpoint.open(WITH_OPTIMISER);
    private final Encoder encoder = published.encoder();
    private final double decay = (Double) file.file().at("opt", "param_groups", 0, "weight_decay");
    private final double momentum = (Double) file.file().at("opt", "param_groups", 0, "momentum");
    private final int epochs = published.epoch().orElseThrow();

    @Test
    void every_momentum_buffer_goes_to_its_parameter_bit_for_bit() {
        TrainedNet net = new TrainedNet(published.state(DataType.FLOAT));
        Sgd optimiser = optimiser(net);
        file.optimiser().load(optimiser, net.state().layout());
        StateDict found = asDictionary(net, optimiser.momentum());
        Map<String, TorchTensor> expected = buffersByName();
        assertThat(expected).hasSameSizeAs(net.state().layout().parameters().names());
        expected.forEach((name, buffer) -> assertThat(found.read(name)).as(name).isEqualTo(buffer.read()));
    }

    @Test
    void a_further_step_goes_on_with_the_momentum_and_the_schedule(@TempDir Path folder) {
        TrainedNet net = new TrainedNet(NetState.initial(encoder.layout(), 5, DataType.DOUBLE));
        Sgd optimiser = optimiser(net);
        List<Long> steps = new ArrayList<>();
        PawsStep step = step(net, optimiser);
        Map<String, INDArray> before = new LinkedHashMap<>();
        Stage stage = new Stage("paws", (epochs + 1L) * STEPS_PER_EPOCH, STEPS_PER_EPOCH, SHAPE.rows());
        StopSignal stop = new StopSignal();
        TrainStep noting = i -> {
            if (steps.isEmpty()) {
                before.put("parameters", net.parameters().dup());
                before.put("momentum", optimiser.momentum().dup());
            }
            steps.add(i);
            stop.request();
            return step.run(i);
        };
        Map<String, Stateful> parts = Map.of("net", net, "optimiser", optimiser);
        new StageRunner(folder, List.of(), stop, Saving.everyEpoch(0))
                .run(StageWork.of(stage, noting, parts, Map.of())
                        .beginning(PretrainedStart.training(WITH_OPTIMISER, net, optimiser)));

        assertThat(steps).containsExactly((long) epochs * STEPS_PER_EPOCH);
        assertThat(optimiser.steps()).isEqualTo((long) epochs * STEPS_PER_EPOCH + 1);
        assertThat(before.get("parameters"))
                .isEqualTo(published.state(DataType.DOUBLE).parameters());
        assertStep(net, optimiser, before);
        assertCounters(net);
    }

    /** v' = m v + u and p' = p + v', with u = -lr r (g + wd p) and the published buffer as v. */
    private void assertStep(TrainedNet net, Sgd optimiser, Map<String, INDArray> before) {
        StateDict parameters = asDictionary(net, before.get("parameters"));
        StateDict gradients = asDictionary(net, net.gradients());
        StateDict now = asDictionary(net, net.parameters());
        StateDict momenta = asDictionary(net, optimiser.momentum());
        buffersByName().forEach((name, buffer) -> {
            double[] p = parameters.read(name).toDoubles();
            double[] g = gradients.read(name).toDoubles();
            double[] v = buffer.read().toDoubles();
            boolean adapted = !name.contains("bias") && !name.contains("bn");
            double factor = adapted ? 0.001 * norm(p) / (norm(g) + decay * norm(p) + 1e-8) : 1;
            double[] found = now.read(name).toDoubles();
            double[] foundMomentum = momenta.read(name).toDoubles();
            for (int i = 0; i < p.length; i++) {
                double expected = momentum * v[i] - RATE * factor * (g[i] + (adapted ? decay : 0) * p[i]);
                assertThat(foundMomentum[i]).as(name).isCloseTo(expected, within(1e-13));
                assertThat(found[i]).as(name).isCloseTo(p[i] + expected, within(1e-13));
            }
        });
    }

    /** One training pass a step, since there are no small crops here. */
    private void assertCounters(TrainedNet net) {
        Map<String, Long> then = published.state(DataType.FLOAT).batches();
        assertThat(net.state().batches())
                .allSatisfy((layer, count) -> assertThat(count).as(layer).isEqualTo(then.get(layer) + 1));
    }

    @Test
    void a_checkpoint_without_an_optimiser_can_only_begin_a_training() {
        Pretrained narrow = PretrainedSource.open(WITHOUT_OPTIMISER);
        assertThat(narrow.weights().names()).noneMatch(name -> name.contains("module."));
        TrainedNet net = new TrainedNet(NetState.initial(narrow.encoder().layout(), 5, DataType.FLOAT));
        Stage stage = new Stage("paws", 100, STEPS_PER_EPOCH, 1);
        assertThat(PretrainedStart.weights(WITHOUT_OPTIMISER, net).begin(stage)).isZero();
        assertThat(net.parameters()).isEqualTo(narrow.state(DataType.FLOAT).parameters());
        Beginning beginning = PretrainedStart.training(WITHOUT_OPTIMISER, net, optimiser(net));
        assertThatThrownBy(() -> beginning.begin(stage))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("no optimiser state")
                .hasMessageContaining("initFrom");
    }

    @Test
    void a_training_that_has_had_all_its_epochs_is_not_continued() {
        TrainedNet net = new TrainedNet(published.state(DataType.FLOAT));
        Beginning beginning = PretrainedStart.training(WITH_OPTIMISER, net, optimiser(net));
        Stage stage = new Stage("paws", (long) epochs * STEPS_PER_EPOCH, STEPS_PER_EPOCH, 1);
        assertThatThrownBy(() -> beginning.begin(stage))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("has done " + epochs + " epochs already");
    }

    @Test
    void parameter_groups_that_are_not_those_of_the_file_are_refused() {
        TrainedNet net = new TrainedNet(published.state(DataType.FLOAT));
        Sgd one = net.optimiser(SgdSettings.plain(0.9, false, ParameterGroups.single(0, false)));
        assertThatThrownBy(() -> file.optimiser().load(one, net.state().layout()))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("parameter groups of [");
    }

    @Test
    void settings_that_are_not_those_of_the_file_are_told() {
        SgdSettings other = SgdSettings.plain(0.5, false, ParameterGroups.biasAndBnExcluded(2 * decay + 1));
        assertThat(file.optimiser().differences(other))
                .hasSize(3) // the momentum of both groups, the decay of the weights
                .anySatisfy(sentence -> assertThat(sentence).contains("weight_decay " + decay));
        SgdSettings same =
                optimiser(new TrainedNet(published.state(DataType.FLOAT))).settings();
        assertThat(file.optimiser().differences(same)).isEmpty();
    }

    @Test
    void another_network_is_refused_with_every_difference() {
        Encoder other = Encoder.pretraining(encoder.backbone(), 24, false);
        TrainedNet net = new TrainedNet(NetState.initial(other.layout(), 5, DataType.FLOAT));
        Beginning beginning = PretrainedStart.weights(WITH_OPTIMISER, net);
        assertThatThrownBy(() -> beginning.begin(new Stage("paws", 10, 5, 1)))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("fc.fc3.weight [24, ")
                .hasMessageContaining("pred.bn1.running_mean")
                .hasMessageContaining("pred.fc2.bias");
    }

    private Sgd optimiser(TrainedNet net) {
        return net.optimiser(
                SgdSettings.adapted(momentum, false, ParameterGroups.biasAndBnExcluded(decay), Lars.published()));
    }

    private PawsStep step(TrainedNet net, Sgd optimiser) {
        SupportLabels labels =
                new SupportLabels(SHAPE.supportClasses(), SHAPE.supportImages(), SHAPE.supportViews(), 1, false, 0.1);
        var plan =
                PawsForward.compile(encoder, net, LossConfig.published().loss(0), SHAPE, SIZE, SIZE, labels.columns());
        Random random = new Random(3);
        float[] views = new float[SHAPE.largeRows() * SIZE * SIZE * 3];
        for (int i = 0; i < views.length; i++) {
            views[i] = (float) random.nextGaussian();
        }
        return new PawsStep(plan, net, labels, optimiser, i -> RATE, i -> new StepViews(views, new float[0], 0));
    }

    /** By the numbering that the published program uses: group after group, each in state-dict order. */
    private Map<String, TorchTensor> buffersByName() {
        List<String> trainable = published.weights().names().stream()
                .filter(name -> name.endsWith("weight") || name.endsWith("bias"))
                .toList();
        List<String> inOrder = new ArrayList<>(trainable);
        inOrder.removeIf(name -> name.contains("bias") || name.contains("bn"));
        trainable.stream().filter(name -> !inOrder.contains(name)).toList().forEach(inOrder::add);
        Map<String, TorchTensor> buffers = new LinkedHashMap<>();
        TorchFile torch = file.file();
        for (int i = 0; i < inOrder.size(); i++) {
            buffers.put(inOrder.get(i), (TorchTensor) torch.at("opt", "state", i, "momentum_buffer"));
        }
        return buffers;
    }

    private static StateDict asDictionary(TrainedNet net, INDArray vector) {
        NetState state = net.state();
        return OfficialState.export(new NetState(state.layout(), vector, state.buffers(), state.batches()));
    }

    private static double norm(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }
}
