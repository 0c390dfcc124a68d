package io.semisup4j.experiments.paws;

import io.semisup4j.experiments.launch.DataNeed;
import java.util.List;

/** Where CIFAR-10 is. */
final class CifarFolder {
    /** Name of the data folder's property. */
    static final String NAME = "cifar10";

    static final DataNeed NEED = new DataNeed(
            NAME,
            "CIFAR-10 in the binary or the python layout",
            List.of("cifar-10-batches-bin", "cifar-10-batches-py", "batches.meta.txt", "batches.meta"));

    private CifarFolder() {}
}
