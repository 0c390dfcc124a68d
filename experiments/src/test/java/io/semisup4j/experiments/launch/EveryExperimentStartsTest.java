package io.semisup4j.experiments.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.experiments.paws.PawsExperiments;
import io.semisup4j.experiments.paws.TinyData;
import io.semisup4j.reporting.folder.ResultFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every published experiment runs two real steps of each of its stages to a result, on drawn pictures in the right
 * layouts. Its values are changed in size only: pictures, batches, widths.
 */
class EveryExperimentStartsTest {
    @TempDir
    static Path temp;

    private static final Set<String> DONE = new HashSet<>();

    @BeforeAll
    static void draw_data() throws IOException {
        TinyData.writeImagenet(temp.resolve("imagenet"));
        TinyData.writeCifar(temp.resolve("cifar10"));
    }

    @TestFactory
    Stream<DynamicTest> every_experiment_runs_two_steps() {
        return PawsExperiments.all()
                .filter(experiment -> experiment.name().matches("(paws|simclr-ct)-(imagenet|cifar10-4000).*"))
                .map(experiment -> DynamicTest.dynamicTest(experiment.name(), () -> {
                    run(experiment);
                    assertThat(ResultFile.read(folder(experiment.name()).resolve("result.json"))
                                    .metrics())
                            .isNotEmpty();
                }));
    }

    /** Runs it if it has not been run yet, after the experiment whose net it begins with. */
    private void run(Experiment<?> experiment) {
        String name = experiment.name();
        if (!DONE.add(name)) {
            return;
        }
        List<String> arguments = new ArrayList<>(List.of("-Dexperiment=" + name, "-Drun.dir=" + folder(name)));
        experiment.data(null).forEach(need -> arguments.add("-Ddata." + need.name() + "=" + temp.resolve(need.name())));
        String before = TinyData.before(name);
        if (!before.isEmpty()) {
            run(named(before));
            arguments.add("-Dset.from=" + folder(before));
        }
        TinyData.sizes(experiment).forEach((key, value) -> arguments.add("-Dset." + key + "=" + value));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Surroundings here =
                new Surroundings(new Console(printed, printed), () -> Instant.EPOCH, new Stopping(), () -> {});
        Registry registry = new Registry(PawsExperiments.all().toList());
        int code = new Launch(registry, here).answer(Request.of(Map.of(), arguments));
        assertThat(code).as(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(ExitCode.SUCCESS);
    }

    private static Experiment<?> named(String name) {
        return PawsExperiments.all()
                .filter(experiment -> experiment.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Path folder(String experiment) {
        return temp.resolve("runs").resolve(experiment);
    }
}
