package io.semisup4j.experiments;

import io.semisup4j.experiments.launch.Experiment;
import io.semisup4j.experiments.paws.PawsShapes;
import java.util.List;

/** Every experiment that {@code -Dexperiment=NAME} can start. */
public final class Experiments {
    private Experiments() {}

    /** In the order in which {@code -Dexperiment=list} shows them; a new experiment is a new line here. */
    public static List<Experiment<?>> all() {
        return List.of(new PawsShapes());
    }
}
