package io.semisup4j.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every piece that CUDA can lack is told in one sentence, from answers that a machine might give. */
class CudaPreflightTest {
    private static final Set<String> ALL =
            Set.of("libcuda.so.1", "libcudart.so.11.0", "libcublas.so.11", "libcusolver.so.11");

    private record Answers(Set<String> libraries, List<ComputeCapability> cards) implements CudaMachine {
        @Override
        public boolean loads(String library) {
            return libraries.contains(library);
        }

        @Override
        public int devices() {
            return cards.size();
        }

        @Override
        public ComputeCapability capability(int device) {
            return cards.get(device);
        }
    }

    @Test
    void nothing_is_said_where_all_is_there() {
        assertThat(CudaPreflight.problem(new Answers(ALL, List.of(card(8, 0), card(8, 6)))))
                .isEmpty();
    }

    @Test
    void a_missing_driver() {
        assertSentence(new Answers(Set.of(), List.of()), "no NVIDIA driver", "libcuda.so.1", "leave -Pcuda out");
    }

    @Test
    void no_card() {
        assertSentence(new Answers(ALL, List.of()), "finds no card", "nvidia-smi", "CUDA_VISIBLE_DEVICES");
    }

    @Test
    void missing_cuda_libraries() {
        assertSentence(
                new Answers(Set.of("libcuda.so.1", "libcublas.so.11"), List.of(card(8, 0))),
                "CUDA 11.6 libraries are missing",
                "libcudart.so.11.0, libcusolver.so.11 cannot be loaded",
                "LD_LIBRARY_PATH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.0", "10.0", "3.5", "2.1", "12.0"})
    void an_unsupported_compute_capability(String capability) {
        String[] numbers = capability.split("\\.");
        ComputeCapability other = card(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
        assertSentence(
                new Answers(ALL, List.of(card(8, 0), other)),
                "card 1 has compute capability " + capability,
                "3.7, 5.0, 5.2, 6.0, 6.1, 7.0, 7.5, 8.0, 8.6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.7", "5.0", "5.2", "5.3", "6.0", "6.1", "6.2", "7.0", "7.2", "7.5", "8.0", "8.6", "8.9"})
    void a_supported_compute_capability(String capability) {
        String[] numbers = capability.split("\\.");
        assertThat(card(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]))
                        .isSupported())
                .isTrue();
    }

    @Test
    void nothing_is_asked_where_the_cuda_backend_is_not_on_the_classpath() {
        assertThatCode(CudaPreflight::check).doesNotThrowAnyException();
    }

    @Test
    void a_library_that_is_nowhere_cannot_be_loaded() {
        assertThat(new DriverCudaMachine().loads("libnowhere.so.7")).isFalse();
    }

    private static ComputeCapability card(int major, int minor) {
        return new ComputeCapability(major, minor);
    }

    private static void assertSentence(CudaMachine machine, String... parts) {
        assertThat(CudaPreflight.problem(machine))
                .hasValueSatisfying(sentence ->
                        assertThat(sentence).startsWith("CUDA cannot be used: ").contains(parts));
    }
}
