package io.semisup4j.training.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.semisup4j.engine.flat.FlatLayout;
import io.semisup4j.engine.flat.Views;
import io.semisup4j.training.state.StateVector;
import io.semisup4j.training.state.Stateful;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class CheckpointFolderTest {

    @TempDir
    Path folder;

    @Test
    void gives_back_every_bit_of_vectors_and_values() {
        CheckpointFolder checkpoints = new CheckpointFolder(folder.resolve("a/b"), Retention.standard());
        Sample saved = Sample.of(3);
        checkpoints.save(Sample.header(30, 0.75), saved.parts());

        StoredCheckpoint found = checkpoints.newestIntact().orElseThrow();
        Sample restored = new Sample();
        found.restore(Sample.FINGERPRINT, restored.parts());

        assertThat(restored.equalTo(saved)).isTrue();
        assertThat(found.header()).isEqualTo(Sample.header(30, 0.75));
    }

    @Test
    void an_empty_or_missing_folder_has_no_checkpoint() {
        assertThat(new CheckpointFolder(folder, Retention.standard()).newestIntact())
                .isEmpty();
        assertThat(new CheckpointFolder(folder.resolve("none"), Retention.standard()).newestIntact())
                .isEmpty();
    }

    @Test
    void saving_the_same_step_again_replaces_it() throws IOException {
        CheckpointFolder checkpoints = new CheckpointFolder(folder, Retention.standard());
        checkpoints.save(Sample.header(10, null), Sample.of(1).parts());
        checkpoints.save(Sample.header(10, null), Sample.of(2).parts());

        Sample restored = new Sample();
        checkpoints.newestIntact().orElseThrow().restore(Sample.FINGERPRINT, restored.parts());

        assertThat(restored.equalTo(Sample.of(2))).isTrue();
        assertThat(names()).containsExactly("step-000000010");
    }

    @Test
    void keeps_the_last_the_best_and_every_nth() throws IOException {
        CheckpointFolder checkpoints = new CheckpointFolder(folder, new Retention(2, true, 40));
        double[] scores = {0.1, 0.2, 0.9, 0.3, 0.9, 0.4, 0.5, 0.6, 0.7};
        for (int i = 0; i < scores.length; i++) {
            checkpoints.save(
                    Sample.header(10 * (i + 1), scores[i]), Sample.of(i).parts());
        }

        assertThat(names()).containsExactly("step-000000030", "step-000000040", "step-000000080", "step-000000090");
        assertThat(checkpoints.best().orElseThrow().header().step()).isEqualTo(30);
    }

    @Test
    void sweeps_away_what_a_killed_program_left() throws IOException {
        CheckpointFolder checkpoints = new CheckpointFolder(folder, Retention.standard());
        Files.createDirectory(folder.resolve(".step-000000007.writing"));
        Files.writeString(folder.resolve(".step-000000007.writing/model.parameters.f32"), "half");
        Files.createDirectory(folder.resolve(".step-000000003.deleted"));

        assertThat(checkpoints.newestIntact()).isEmpty();
        checkpoints.save(Sample.header(8, null), Sample.of(1).parts());

        assertThat(names()).containsExactly("step-000000008");
    }

    @Test
    void a_checkpoint_caught_between_its_two_renames_is_still_found() throws IOException {
        CheckpointFolder checkpoints = new CheckpointFolder(folder, Retention.standard());
        Path saved = checkpoints.save(Sample.header(10, null), Sample.of(1).parts());
        Files.move(saved, folder.resolve(".step-000000010.old"));

        Sample restored = new Sample();
        StoredCheckpoint found = checkpoints.newestIntact().orElseThrow();
        found.restore(Sample.FINGERPRINT, restored.parts());
        checkpoints.save(Sample.header(10, null), Sample.of(2).parts());

        assertThat(found.header().step()).isEqualTo(10);
        assertThat(restored.equalTo(Sample.of(1))).isTrue();
        assertThat(names()).containsExactly("step-000000010");
    }

    @Test
    void saves_and_fills_views_of_larger_vectors_without_touching_their_neighbours() {
        INDArray large = Nd4j.ones(DataType.FLOAT, 3_000_000);
        FlatLayout layout = new FlatLayout.Builder().add("w", 1_500_000).build();
        INDArray view = Views.of(large, 160, layout.length());
        view.assign(Nd4j.arange(layout.length()));
        Map<String, Stateful> parts = Map.of("model", Stateful.of(new StateVector("parameters", layout, view)));
        CheckpointFolder checkpoints = new CheckpointFolder(folder, Retention.standard());
        checkpoints.save(Sample.header(1, null), parts);
        view.assign(-1);

        checkpoints.newestIntact().orElseThrow().restore(Sample.FINGERPRINT, parts);

        assertThat(large.getFloat(159)).isEqualTo(1);
        assertThat(large.getFloat(160)).isEqualTo(0);
        assertThat(large.getFloat(160 + 1_234_567)).isEqualTo(1_234_567);
        assertThat(large.getFloat(160 + layout.length())).isEqualTo(1);
    }

    @Test
    void a_single_vector_can_be_read_for_an_evaluation() {
        CheckpointFolder checkpoints = new CheckpointFolder(folder, Retention.standard());
        checkpoints.save(Sample.header(1, null), Sample.of(4).parts());
        INDArray parameters = Sample.LAYOUT.zeros(DataType.FLOAT);

        checkpoints
                .newestIntact()
                .orElseThrow()
                .read("model", new StateVector("parameters", Sample.LAYOUT, parameters));

        assertThat(parameters).isEqualTo(Sample.of(4).parameters);
    }

    @Test
    void another_configuration_is_refused_with_every_difference_and_nothing_is_changed() {
        CheckpointFolder checkpoints = new CheckpointFolder(folder, Retention.standard());
        checkpoints.save(Sample.header(1, null), Sample.of(4).parts());
        StoredCheckpoint found = checkpoints.newestIntact().orElseThrow();
        Sample running = Sample.of(9);

        assertThatThrownBy(() -> found.restore(Map.of("lr", "0.2", "net", "wrn28w2", "seed", "1"), running.parts()))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("lr was '0.1' and is now '0.2'")
                .hasMessageContaining("seed was not set and is now '1'")
                .hasMessageNotContaining("net");
        assertThat(running.equalTo(Sample.of(9))).isTrue();
    }

    @Test
    void another_layout_and_other_parts_are_refused_with_every_difference() {
        CheckpointFolder checkpoints = new CheckpointFolder(folder, Retention.standard());
        checkpoints.save(Sample.header(1, null), Sample.of(4).parts());
        StoredCheckpoint found = checkpoints.newestIntact().orElseThrow();
        FlatLayout other = new FlatLayout.Builder()
                .add("conv.weight", 5, 5)
                .add("fc.bias", 4)
                .build();
        Map<String, Stateful> parts = new HashMap<>();
        parts.put("model", Stateful.of(new StateVector("parameters", other, other.zeros(DataType.DOUBLE))));
        parts.put("teacher", Stateful.of(new StateVector("parameters", other, other.zeros(DataType.FLOAT))));

        assertThatThrownBy(() -> found.restore(Sample.FINGERPRINT, parts))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("'model.parameters' was saved as FLOAT and is now DOUBLE")
                .hasMessageContaining("array 'conv.weight' of 'model.parameters' was saved as [4, 5] at 0 and is now"
                        + " [5, 5] at 0")
                .hasMessageContaining("saved without the array 'fc.bias'")
                .hasMessageContaining("array 'conv.bias' of 'model.parameters' is no longer there")
                .hasMessageContaining("no part 'teacher'")
                .hasMessageContaining("part 'optimiser' is unknown");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> listing = Files.list(folder)) {
            return listing.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }
}
