package io.semisup4j.experiments.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.experiments.bench.steps.BenchStep;
import io.semisup4j.experiments.bench.steps.BenchSteps;
import io.semisup4j.experiments.bench.steps.StepRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsTest {
    private final BenchStep step = BenchSteps.named(new StepRequest("tiny", 1, 0, 2, 1, 1));

    @TempDir
    private Path folder;

    @Test
    void another_seed_means_other_weights_and_the_same_inputs() throws IOException {
        byte[][] first = written(1);
        byte[][] again = written(1);
        byte[][] other = written(2);

        assertThat(again[0]).isEqualTo(first[0]);
        assertThat(other[0]).hasSameSizeAs(first[0]).isNotEqualTo(first[0]);
        assertThat(other[1]).isEqualTo(first[1]);
    }

    @Test
    void closing_leaves_no_file() throws IOException {
        written(1);

        assertThat(folder).isEmptyDirectory();
    }

    private byte[][] written(long seed) throws IOException {
        try (Weights files = Weights.write(step, seed, folder)) {
            return new byte[][] {Files.readAllBytes(files.weights()), Files.readAllBytes(files.inputs())};
        }
    }
}
