package io.semisup4j.experiments;

import io.semisup4j.experiments.bench.StepMemory;
import io.semisup4j.experiments.launch.Experiment;
import io.semisup4j.experiments.paws.PawsCifar10;
import io.semisup4j.experiments.paws.PawsCifar10FewLabels;
import io.semisup4j.experiments.paws.PawsShapes;
import io.semisup4j.experiments.paws.PawsSmoke;
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
                        Stream.of(
                                new PawsShapes(),
                                new PawsSmoke(),
                                new StepMemory(),
                                new Verify(),
                                new PawsCifar10FewLabels()),
                        PawsCifar10.all())
                .<Experiment<?>>flatMap(Function.identity())
                .toList();
    }
}
