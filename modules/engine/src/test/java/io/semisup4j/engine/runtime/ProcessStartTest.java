package io.semisup4j.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessStartTest {

    @Test
    void blas_is_told_the_processor_it_does_not_know() {
        assertThat(ProcessStart.environment(new CpuFeatures(Set.of("avx2", "avx512f")), 2, 1))
                .containsEntry("OPENBLAS_CORETYPE", "SkylakeX");
        assertThat(ProcessStart.environment(new CpuFeatures(Set.of("avx2")), 2, 1))
                .containsEntry("OPENBLAS_CORETYPE", "Haswell");
        assertThat(ProcessStart.environment(new CpuFeatures(Set.of()), 2, 1)).doesNotContainKey("OPENBLAS_CORETYPE");
    }

    @Test
    void workers_on_one_machine_share_its_cores() {
        CpuFeatures any = new CpuFeatures(Set.of());
        assertThat(ProcessStart.environment(any, 8, 1)).doesNotContainKey("OMP_NUM_THREADS");
        assertThat(ProcessStart.environment(any, 8, 2)).containsEntry("OMP_NUM_THREADS", "4");
        assertThat(ProcessStart.environment(any, 8, 3)).containsEntry("OMP_NUM_THREADS", "2");
        assertThat(ProcessStart.environment(any, 2, 4)).containsEntry("OMP_NUM_THREADS", "1");
    }

    @Test
    void features_are_read_from_the_first_processor(@TempDir Path folder) throws IOException {
        Path cpuinfo = Files.writeString(
                folder.resolve("cpuinfo"), "processor\t: 0\nflags\t\t: fpu avx2\n\nprocessor\t: 1\nflags\t\t: fpu\n");

        assertThat(CpuFeatures.of(cpuinfo).flags()).containsExactlyInAnyOrder("fpu", "avx2");
    }

    @Test
    void without_a_list_no_feature_is_known(@TempDir Path folder) {
        assertThat(CpuFeatures.of(folder.resolve("missing")).flags()).isEmpty();
    }

    @Test
    void a_library_without_onednn_is_warned_about() {
        assertThat(new Backend("cpu", "no such thing", 2).warning())
                .hasValueSatisfying(text -> assertThat(text).contains("oneDNN"));
        assertThat(new Backend("cpu", "HAVE_ONEDNN", 2).warning()).isEmpty();
    }
}
