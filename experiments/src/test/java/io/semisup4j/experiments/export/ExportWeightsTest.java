package io.semisup4j.experiments.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.semisup4j.experiments.launch.DataFolders;
import io.semisup4j.experiments.launch.Outcome;
import io.semisup4j.experiments.launch.Run;
import io.semisup4j.experiments.launch.RunOrigins;
import io.semisup4j.nets.backbones.WideResNet;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.reporting.folder.RunFolder;
import io.semisup4j.reporting.folder.Versions;
import io.semisup4j.testing.GoldenFolder;
import io.semisup4j.training.loop.Stage;
import io.semisup4j.training.loop.StepResult;
import io.semisup4j.training.loop.StopSignal;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.pretrained.PretrainedSource;
import io.semisup4j.training.stage.Saving;
import io.semisup4j.training.stage.StageRunner;
import io.semisup4j.training.stage.StageWork;
import io.semisup4j.weights.StateDict;
import io.semisup4j.weights.WeightsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;

class ExportWeightsTest {
    @TempDir
    Path folder;

    @Test
    void the_newest_checkpoint_of_a_run_that_was_stopped_is_exported() throws IOException {
        Path run = folder.resolve("run");
        train(run);
        Path to = folder.resolve("shared/mine.safetensors");
        Outcome outcome = export(new ExportConfig(run, null, to));
        StateDict exported = PretrainedSource.open(to).weights();
        assertThat(outcome.metrics()).containsEntry("export.tensors", (double) exported.size());
        assertSame(exported, PretrainedSource.open(run).weights());
        JsonNode training = new ObjectMapper()
                .readTree(to.resolveSibling("mine.json").toFile())
                .get("training");
        assertThat(training.get("stage").asText()).isEqualTo("paws");
        assertThat(training.get("step").asInt()).isEqualTo(2);
        assertThat(training.at("/run/experiment").asText()).isEqualTo("paws-some");
        assertThat(training.at("/run/config/paws/epochs").asInt()).isEqualTo(3);
    }

    @Test
    void without_a_source_it_says_what_to_give() {
        assertThatThrownBy(() -> export(new ExportConfig(null, null, null)))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("-Dset.from=");
    }

    @Test
    @Tag("golden")
    void an_official_checkpoint_is_converted() throws IOException {
        Path official = GoldenFolder.file("paws", "resnet_narrow_module.pth.tar");
        export(new ExportConfig(official, null, null));
        Path to = folder.resolve("export/encoder.safetensors");
        assertSame(
                PretrainedSource.open(to).weights(),
                PretrainedSource.open(official).weights());
    }

    private static void assertSame(StateDict found, StateDict expected) {
        assertThat(found.names()).isEqualTo(expected.names());
        expected.names().forEach(name -> assertThat(found.read(name)).as(name).isEqualTo(expected.read(name)));
    }

    private Outcome export(ExportConfig config) throws IOException {
        try (RunFolder own = RunFolder.open(folder.resolve("export"))) {
            return new ExportWeights()
                    .run(new Run(own, new DataFolders(Map.of()), List.of(), 1, new StopSignal()), config);
        }
    }

    /** A run folder as the launcher makes it, whose only stage was stopped after two steps. */
    private static void train(Path run) throws IOException {
        Files.createDirectories(run);
        Files.writeString(run.resolve(RunFolder.CONFIG), "paws:\n  epochs: 3\n");
        Versions.of("paws-some", 1).write(run.resolve(RunFolder.VERSIONS));
        StopSignal stop = new StopSignal();
        NetState start = NetState.initial(
                Encoder.pretraining(new WideResNet(10, 1), 8, false).layout(), 3, DataType.FLOAT);
        new StageRunner(run.resolve("checkpoints"), List.of(), stop, Saving.everyEpoch(0), RunOrigins.of(run), 1)
                .run(StageWork.of(
                        new Stage("paws", 9, 3, 1),
                        step -> {
                            if (step == 1) {
                                stop.request();
                            }
                            return StepResult.of(Map.of());
                        },
                        Map.of(TrainedNet.PART, new TrainedNet(start)),
                        Map.of()));
    }
}
