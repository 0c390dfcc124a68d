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
<<<<<<< HEAD
                        PawsExperiments.all(),
                        Stream.of(new StepMemory()),
                        Stream.of(new Verify()),
                        Stream.of(new ExportWeights()))
=======
                        Stream.of(
                                new PawsShapes(),
                                new PawsSmoke(),
                                new StepMemory(),
                                new Verify(),
                                new PawsCifar10FewLabels()),
                        PawsCifar10.all())
>>>>>>> imagenet
                .<Experiment<?>>flatMap(Function.identity())
                .toList();
    }
}
