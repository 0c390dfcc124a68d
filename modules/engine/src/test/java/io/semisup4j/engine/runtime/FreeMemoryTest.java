package io.semisup4j.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

class FreeMemoryTest {

    @Test
    void nothing_is_negative_and_no_limit_is_exceeded() {
        FreeMemory free = FreeMemory.now();
        assertThat(free.heap()).isBetween(1L, Runtime.getRuntime().maxMemory());
        assertThat(free.tensors()).isPositive();
        if (Pointer.maxBytes() > 0) {
            assertThat(free.tensors()).isLessThanOrEqualTo(Pointer.maxBytes());
        }
        assertThat(free.process()).isPositive();
        assertThat(free.machine()).isPositive();
    }

    @Test
    void garbage_counts_as_free() {
        // 64 MB, of which other tests' leftovers that go in between may hide a part.
        long before = FreeMemory.now().heap();
        byte[][] kept = new byte[64][1 << 20];
        long held = FreeMemory.now().heap();
        assertThat(before - held).isGreaterThan(48 << 20);
        assertThat(kept).hasNumberOfRows(64);
        kept = new byte[0][];
        assertThat(FreeMemory.now().heap() - held).isGreaterThan(48 << 20);
        assertThat(kept).isEmpty();
    }
}
