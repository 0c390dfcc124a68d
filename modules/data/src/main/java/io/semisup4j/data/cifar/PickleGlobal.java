package io.semisup4j.data.cifar;

import java.util.Map;

/** The three names outside itself that a CIFAR pickle may mention; everything else is refused. */
enum PickleGlobal {
    RECONSTRUCT,
    NDARRAY,
    DTYPE;

    private static final Map<String, PickleGlobal> ALLOWED = Map.of(
            "numpy.core.multiarray _reconstruct", RECONSTRUCT,
            "numpy._core.multiarray _reconstruct", RECONSTRUCT,
            "numpy ndarray", NDARRAY,
            "numpy dtype", DTYPE);

    /** The allowed global of this name, or null. */
    static PickleGlobal named(String moduleAndName) {
        return ALLOWED.get(moduleAndName);
    }
}
