package io.semisup4j.experiments.paws;

import java.nio.file.Path;
import java.util.List;

/** The sentence for experiments that begin with a trained net. */
final class From {
    private From() {}

    /** @param experiment that leaves such a net */
    static List<String> missing(Path from, String experiment) {
        return from != null
                ? List.of()
                : List.of("This experiment begins with a trained net: give the run folder of " + experiment
                        + ", a .safetensors file or an official .pth.tar checkpoint with -Dset.from=DIR-or-FILE.");
    }
}
