package io.semisup4j.paws.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.semisup4j.engine.runtime.FreeMemory;
import io.semisup4j.training.memory.BatchMemory;
import io.semisup4j.training.memory.MemoryException;
import io.semisup4j.training.memory.MemoryLimits;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** How a stage is refused that does not fit. */
record Refusal(String words) {
    private static final long PLENTY = Long.MAX_VALUE;

    /** A machine with so many bytes left. */
    static MemoryLimits machine(long bytes) {
        return new MemoryLimits(new FreeMemory(PLENTY, PLENTY, PLENTY, bytes));
    }

    /** On a machine with so many bytes left. */
    static Refusal of(BatchMemory memory, long bytes) {
        return of(() -> memory.require(machine(bytes)));
    }

    static Refusal of(ThrowingCallable program) {
        return new Refusal(catchThrowableOfType(MemoryException.class, program).getMessage());
    }

    /** The value that is named for a setting. */
    int value(String setting) {
        Matcher found =
                Pattern.compile("-Dset\\." + Pattern.quote(setting) + "=(\\d+)").matcher(words);
        assertThat(found.find()).as(setting + " in: " + words).isTrue();
        return Integer.parseInt(found.group(1));
    }
}
