package io.semisup4j.experiments.paws;

import io.semisup4j.experiments.launch.Experiment;
import java.util.function.Function;
import java.util.stream.Stream;

/** The experiments of PAWS and SimCLR+CT. */
public final class PawsExperiments {
    private PawsExperiments() {}

    /** Those that need little first, then the published ones: pre-training and what follows it. */
    public static Stream<Experiment<?>> all() {
        return Stream.of(
                        Stream.of(new PawsShapes(), new PawsSmoke(), new PawsCifar10FewLabels(), new PawsImagenetFew()),
                        PawsImagenet.all(),
                        ImagenetFineTune.all(),
                        ImagenetFineTuneTest.all(),
                        ImagenetSoftNn.all(),
                        Stream.of(new PawsImagenetLinear()),
                        PawsCifar10.all(),
                        PawsCifar10SnnFineTune.all(),
                        PawsCifar10SoftNn.all(),
                        Stream.of(new PawsCifar10Linear()),
                        SimclrCtImagenet.all(),
                        Stream.of(new SimclrCtCifar10()))
                .flatMap(Function.identity());
    }
}
