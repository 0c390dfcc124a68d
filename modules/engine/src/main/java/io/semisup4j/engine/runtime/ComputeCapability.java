package io.semisup4j.engine.runtime;

import java.util.List;
import java.util.stream.Collectors;

/** The generation of an NVIDIA card, for example 8.6. */
record ComputeCapability(int major, int minor) {
    /** What ND4J's CUDA library holds machine code for; it has none that the driver could translate for others. */
    private static final List<ComputeCapability> BUILT = List.of(
            new ComputeCapability(3, 7),
            new ComputeCapability(5, 0),
            new ComputeCapability(5, 2),
            new ComputeCapability(6, 0),
            new ComputeCapability(6, 1),
            new ComputeCapability(7, 0),
            new ComputeCapability(7, 5),
            new ComputeCapability(8, 0),
            new ComputeCapability(8, 6));

    /** Machine code runs on cards of the same major number and an equal or higher minor one. */
    boolean isSupported() {
        return BUILT.stream().anyMatch(built -> built.major == major && built.minor <= minor);
    }

    static String supported() {
        return BUILT.stream().map(ComputeCapability::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
