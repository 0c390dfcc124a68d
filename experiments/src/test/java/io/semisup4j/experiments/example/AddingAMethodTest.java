package io.semisup4j.experiments.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.data.drawn.ShapesSpec;
import io.semisup4j.engine.check.GradientCheck;
import io.semisup4j.experiments.launch.DataFolders;
import io.semisup4j.experiments.launch.Outcome;
import io.semisup4j.experiments.launch.Run;
import io.semisup4j.reporting.folder.RunFolder;
import io.semisup4j.training.loop.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Holds docs/adding-a-method.md to what is true. */
class AddingAMethodTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().resolve("..").normalize();

    @TempDir
    Path temp;

    @Test
    void the_example_trains_resumes_and_is_measured() {
        EntropyShapes experiment = new EntropyShapes(new ShapesSpec(3, 3, 60, 12), temp.resolve("cache"));
        EntropyConfig config = new EntropyConfig("wide_resnet10w1", 2, 12, 0.1, 0.05, 1, 1);

        Map<String, Double> first = run(experiment, config);
        Map<String, Double> again = run(experiment, config);

        assertThat(first).containsOnlyKeys("entropy.top1", "entropy.top5").isEqualTo(again);
        assertThat(temp.resolve("run/checkpoints/entropy")).isDirectory();
    }

    private Map<String, Double> run(EntropyShapes experiment, EntropyConfig config) {
        try (RunFolder folder = RunFolder.open(temp.resolve("run"))) {
            Outcome outcome =
                    experiment.run(new Run(folder, new DataFolders(Map.of()), List.of(), 1, new StopSignal()), config);
            assertThat(outcome.complete()).isTrue();
            return outcome.metrics();
        }
    }

    @Test
    void the_loss_has_the_gradient_of_finite_differences() {
        INDArray targets = Nd4j.eye(3).castTo(DataType.DOUBLE);
        double error = GradientCheck.worstError(
                7,
                x -> List.of(
                        new EntropyLoss(0.3).of(x.get(0), x.get(0).graph().constant("targets", targets), x.get(1))),
                Nd4j.create(new double[][] {{0.2, -1, 0.5}, {1, 0.3, -0.4}, {0.1, 0.9, 2}}),
                Nd4j.create(new double[][] {{1, 0.5, -0.7}, {-0.1, 0.2, 0.6}}));
        assertThat(error).isLessThan(1e-6);
    }

    @Test
    void every_place_that_the_page_names_exists() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/adding-a-method.md"));
        List<String> paths = Pattern.compile("`((?:modules|experiments|docs|pom)[\\w./-]*)`")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .filter(path -> !path.contains("METHOD"))
                .toList();
        assertThat(paths).hasSizeGreaterThan(5).allSatisfy(path -> assertThat(ROOT.resolve(path))
                .exists());
    }

    @Test
    void the_page_names_every_class_of_the_example() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/adding-a-method.md"));
        List<String> named = Pattern.compile("`(Entropy\\w+)`")
                .matcher(page)
                .results()
                .map((MatchResult match) -> match.group(1))
                .distinct()
                .toList();
        assertThat(named)
                .containsExactlyInAnyOrder(
                        EntropyLoss.class.getSimpleName(),
                        EntropyBatches.class.getSimpleName(),
                        EntropyStep.class.getSimpleName(),
                        EntropyConfig.class.getSimpleName(),
                        EntropyShapes.class.getSimpleName());
    }
}
