package io.semisup4j.engine.kernels;

import io.semisup4j.engine.spec.OpSpec;
import java.util.Map;
import java.util.Optional;

/**
 * A library of kernels. Providers are asked in order of preference when a plan is compiled; the first that answers
 * computes the operation. Found through {@link java.util.ServiceLoader}.
 */
public interface KernelProvider {

    /** Short name for profiles and switches, for example {@code nd4j}. */
    String name();

    /** Higher is asked first; the portable provider has 0. */
    int preference();

    /** Whether it can work in this process; false also where its native library cannot be loaded. */
    boolean available();

    /** Why it cannot compute in a precision, in a sentence; empty if it can. */
    default Optional<String> refusal(Precision precision) {
        return precision == Precision.FULL
                ? Optional.empty()
                : Optional.of("The kernels of " + name() + " know no bfloat16.");
    }

    /** System properties that change the numbers of its kernels, each with what it means to leave it out. */
    default Map<String, String> numericSwitches() {
        return Map.of();
    }

    /** A kernel for this operation, or empty if the provider has none for these shapes, types and formats. */
    Optional<Kernel> kernel(OpSpec spec, Signature signature);
}
