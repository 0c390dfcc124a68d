package io.semisup4j.experiments.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The line protocol, with a shell in the place of a step. */
class StepProcessTest {
    @TempDir
    private Path folder;

    @Test
    void answers_are_found_among_what_libraries_print() throws IOException {
        String script = "echo loading; echo '@ready shell 1'; read run; echo '@step 0.5 0.25 7.5'; echo noise;"
                + " echo '@step 0.25 0.5 7.25'; read memory; echo '@memory 12.5'; read parts;"
                + " echo '@part 2 1.5 0.25'; read saved; echo '@saved'; read profile;"
                + " echo '@profile 1 ms matmul'; echo '@profile end'; read quit";
        try (StepProcess process = start(script)) {
            assertThat(process.description()).isEqualTo("shell 1");
            assertThat(process.run(2)).containsExactly(new StepTime(0.5, 0.25, 7.5), new StepTime(0.25, 0.5, 7.25));
            assertThat(process.peakMegabytes()).isEqualTo(12.5);
            assertThat(process.parts(1)).containsExactly(new StepParts(2, 1.5, 0.25));
            process.save(folder.resolve("state"));
            assertThat(process.profile(1)).isEqualTo("1 ms matmul\n");
        }
    }

    @Test
    void a_process_that_ends_is_told_with_its_last_words() {
        assertThatThrownBy(() -> start("echo 'no module named torch' >&2; exit 1"))
                .isInstanceOf(BenchmarkException.class)
                .hasMessageContaining("no module named torch");
    }

    @Test
    void a_provider_that_the_process_does_not_use_is_not_measured() {
        assertThat(Provider.ND4J.missing("kernels of nd4j")).isEmpty();
        assertThat(Provider.ONEDNN.missing("kernels of onednn and nd4j")).isEmpty();
        assertThat(Provider.ONEDNN.missing("kernels of nd4j"))
                .hasValueSatisfying(s -> assertThat(s).contains("cannot be loaded"));
        assertThat(Provider.ONEDNN_BF16.missing("kernels of onednn and nd4j"))
                .hasValueSatisfying(s -> assertThat(s).contains("bfloat16"));
        assertThat(Provider.ONEDNN_BF16.missing("kernels of onednn and nd4j in bf16"))
                .isEmpty();
    }

    private StepProcess start(String script) throws IOException {
        return StepProcess.start(new ProcessBuilder("sh", "-c", script), folder.resolve("errors"));
    }
}
