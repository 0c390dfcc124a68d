package io.semisup4j.training.pretrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.semisup4j.weights.StateDict;
import io.semisup4j.weights.WeightsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;

class PretrainedSourceTest {
    private final SmallNet small = new SmallNet(3, DataType.FLOAT);

    @TempDir
    Path run;

    @Test
    void a_run_that_has_ended_gives_its_exported_weights() {
        small.run(run.resolve("checkpoints"), "paws", Long.MAX_VALUE);
        Pretrained found = PretrainedSource.open(run);
        assertThat(found.kind()).isEqualTo(Pretrained.Kind.SAFETENSORS);
        assertThat(found.stage()).isEqualTo("paws");
        assertThat(found.epoch()).hasValue(2);
        assertThat(found.step()).hasValue(6);
        assertSame(found.weights(), small.exported());
    }

    @Test
    void a_run_that_still_trains_gives_its_newest_checkpoint() {
        small.run(run.resolve("checkpoints"), "paws", 4);
        Pretrained found = PretrainedSource.open(run);
        assertThat(found.kind()).isEqualTo(Pretrained.Kind.CHECKPOINT);
        assertThat(found.stage()).isEqualTo("paws");
        assertThat(found.epoch()).hasValue(1);
        assertThat(found.step()).hasValue(4);
        assertSame(found.weights(), small.exported());
        assertSame(PretrainedSource.open(found.file()).weights(), small.exported());
        assertSame(PretrainedSource.open(found.file().getParent()).weights(), small.exported());
        assertThat(found)
                .hasToString(
                        "a checkpoint of ours, " + small.exported().size() + " tensors, after epoch 1, after step 4");
    }

    @Test
    void the_network_is_found_from_the_weights_alone() {
        small.run(run.resolve("checkpoints"), "paws", 4);
        Pretrained found = PretrainedSource.open(run);
        assertThat(found.encoder()).isEqualTo(SmallNet.ENCODER);
        assertThat(found.state(DataType.FLOAT).parameters()).isEqualTo(small.net.parameters());
    }

    @Test
    void one_of_several_stages_must_be_named() {
        small.run(run.resolve("checkpoints"), "paws", 4);
        small.run(run.resolve("checkpoints"), "snn-finetune", 4);
        assertThatThrownBy(() -> PretrainedSource.open(run))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("paws, snn-finetune")
                .hasMessageContaining(run.resolve("checkpoints/paws").toString());
        assertThat(PretrainedSource.open(run, "other", "snn-finetune").stage()).isEqualTo("snn-finetune");
        assertThatThrownBy(() -> PretrainedSource.open(run, "other")).hasMessageContaining("not of other");
    }

    @Test
    void what_holds_no_weights_is_named() throws IOException {
        assertThatThrownBy(() -> PretrainedSource.open(run.resolve("no")))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("no weights at");
        assertThatThrownBy(() -> PretrainedSource.open(run)).hasMessageContaining("holds no weights");
        Files.createDirectories(run.resolve("checkpoints/paws"));
        assertThatThrownBy(() -> PretrainedSource.open(run)).hasMessageContaining("no weights yet");
        Path text = Files.writeString(run.resolve("weights.pth"), "hello");
        assertThatThrownBy(() -> PretrainedSource.open(text)).hasMessageContaining("a text file, but weights");
    }

    @Test
    void a_damaged_checkpoint_is_refused_by_name() throws IOException {
        small.run(run.resolve("checkpoints"), "paws", 4);
        Path checkpoint = PretrainedSource.open(run).file();
        Files.delete(checkpoint.resolve("net.buffers.f32"));
        assertThatThrownBy(() -> PretrainedSource.open(checkpoint))
                .hasMessageContaining(checkpoint.toString())
                .hasMessageContaining("net.buffers.f32");
    }

    private static void assertSame(StateDict found, StateDict expected) {
        assertThat(found.names()).isEqualTo(expected.names());
        expected.names().forEach(name -> assertThat(found.read(name)).as(name).isEqualTo(expected.read(name)));
    }
}
