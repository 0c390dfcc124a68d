package io.semisup4j.paws.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.paws.config.BatchConfig;
import io.semisup4j.paws.config.ComparisonConfig;
import io.semisup4j.paws.config.LossConfig;
import io.semisup4j.paws.config.NetConfig;
import io.semisup4j.paws.config.OptimisationConfig;
import io.semisup4j.paws.config.PawsConfig;
import io.semisup4j.paws.config.RunConfig;
import io.semisup4j.paws.config.SnnFineTuneConfig;
import io.semisup4j.paws.config.SupervisedConfig;
import io.semisup4j.paws.config.ViewsConfig;
import io.semisup4j.reporting.exhibit.Exhibits;
import io.semisup4j.reporting.html.RunReport;
import io.semisup4j.reporting.metrics.MetricsFile;
import io.semisup4j.reporting.metrics.MetricsLog;
import io.semisup4j.reporting.reference.MetricReference;
import io.semisup4j.training.loop.StopSignal;
import io.semisup4j.training.stage.Saving;
import io.semisup4j.training.stage.StageRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    private static final ComparisonConfig CONFIG = new ComparisonConfig(
            2,
            new PawsConfig(
                    new NetConfig("wide_resnet10w1", 8, false),
                    new ViewsConfig(12, 0.75, 1, 1, 8, 0.3, 0.75, 0.5),
                    new BatchConfig(4, 2, 2, 2),
                    LossConfig.published(),
                    OptimisationConfig.lars(1, 0, 0.1, 0.1, 0.1)),
            new SnnFineTuneConfig(1, 2, 0.1, 0.1, 0.01, SnnFineTuneConfig.Selection.LAST),
            new SupervisedConfig(4, OptimisationConfig.lars(1, 0, 0.1, 0.1, 0.1)),
            new RunConfig(1, 0, 1, 0));

    @TempDir
    Path temp;

    private Map<String, Double> run(Path folder, Exhibits exhibits) throws IOException {
        PawsData data = SmallPictures.data(CONFIG.paws().views());
        Files.createDirectories(folder);
        try (MetricsLog log = new MetricsLog(folder.resolve("metrics.jsonl"))) {
            StageRunner runner = new StageRunner(
                    folder.resolve("checkpoints"), List.of(log), new StopSignal(), Saving.everyEpoch(0));
            return new Comparison(CONFIG, data).showing(exhibits).run(runner).orElseThrow();
        }
    }

    @Test
    void what_is_shown_changes_no_number_and_every_metric_has_a_meaning() throws IOException {
        Path shown = temp.resolve("shown");
        Path silent = temp.resolve("silent");
        assertThat(run(shown, Exhibits.in(shown.resolve("report")))).isEqualTo(run(silent, Exhibits.none()));
        assertThat(numbers(shown)).isEqualTo(numbers(silent));
        assertThat(silent.resolve("report")).doesNotExist();

        MetricReference reference = MetricReference.onClassPath();
        MetricsFile.forEach(shown.resolve("metrics.jsonl"), line -> {
            line.path("metrics").fieldNames().forEachRemaining(name -> assertThat(reference.metric(name))
                    .as(name)
                    .isPresent());
            if (line.has("name")) {
                String name = line.path("name").asText();
                assertThat(reference.metric(name)).as(name).isPresent();
            }
        });

        assertThat(RunReport.write(shown, Instant.EPOCH))
                .content()
                .contains("Views as the net sees them", "Labelled pictures (supports)", "small 1")
                .contains("Nearest labelled neighbours", "Confusion matrix", "Embedding")
                .contains("PAWS, fine-tuned, soft nearest neighbours", "supervised baseline");
    }

    /** Every line without its times. */
    private static List<String> numbers(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("metrics.jsonl")).stream()
                .map(line -> line.replaceAll(",\"seconds\".*", ""))
                .toList();
    }
}
