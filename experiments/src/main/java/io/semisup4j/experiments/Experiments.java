package io.semisup4j.experiments;

import io.semisup4j.experiments.bench.StepMemory;
import io.semisup4j.experiments.export.ExportWeights;
import io.semisup4j.experiments.launch.Experiment;
import io.semisup4j.experiments.paws.PawsExperiments;
import io.semisup4j.experiments.verify.Verify;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every experiment that {@code -Dexperiment=NAME} can start. */
public final class Experiments {
    private Experiments() {}

    /** In the order in which {@code -Dexperiment=list} shows them; a new experiment is a new line here. */
    public static List<Experiment<?>> all() {
        return Stream.of(
                        PawsExperiments.all(),
                        Stream.<Experiment<?>>of(new StepMemory(), new Verify(), new ExportWeights()))
                .<Experiment<?>>flatMap(Function.identity())
                .toList();
    }
}
