package io.semisup4j.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NativeHeapTest {
    private static final int NO_MAPPED_ARRAYS = -4;
    private static final int ARENAS = -8;

    /** Notes what it is asked for. */
    private static final class Notes implements ProcessStart.CLibrary {
        private final Map<Integer, Integer> set = new HashMap<>();

        @Override
        public int setenv(String name, String value, int overwrite) {
            throw new AssertionError("only malloc is asked for here");
        }

        @Override
        public int mallopt(int parameter, int value) {
            set.put(parameter, value);
            return 1;
        }
    }

    @Test
    void arrays_of_every_size_come_from_one_heap_that_keeps_its_pages() {
        Notes notes = new Notes();
        NativeHeap.keepPages(notes, Map.of());
        assertThat(notes.set).containsEntry(NO_MAPPED_ARRAYS, 0).containsEntry(ARENAS, 1);
    }

    @Test
    void what_the_user_has_set_wins() {
        Notes notes = new Notes();
        NativeHeap.keepPages(notes, Map.of("MALLOC_MMAP_MAX_", "65536"));
        assertThat(notes.set).doesNotContainKey(NO_MAPPED_ARRAYS).containsKey(ARENAS);
    }

    @Test
    void a_c_library_without_such_parameters_is_left_alone() {
        ProcessStart.CLibrary other = new ProcessStart.CLibrary() {
            @Override
            public int setenv(String name, String value, int overwrite) {
                return 0;
            }

            @Override
            public int mallopt(int parameter, int value) {
                throw new UnsatisfiedLinkError("mallopt");
            }
        };
        assertThatCode(() -> NativeHeap.keepPages(other, Map.of())).doesNotThrowAnyException();
    }
}
