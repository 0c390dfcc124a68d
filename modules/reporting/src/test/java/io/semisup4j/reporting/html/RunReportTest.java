package io.semisup4j.reporting.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.reporting.Events;
import io.semisup4j.reporting.exhibit.Confusion;
import io.semisup4j.reporting.exhibit.Embedding;
import io.semisup4j.reporting.exhibit.Exhibits;
import io.semisup4j.reporting.exhibit.Neighbours;
import io.semisup4j.reporting.exhibit.Picture;
import io.semisup4j.reporting.exhibit.Timing;
import io.semisup4j.reporting.exhibit.Views;
import io.semisup4j.reporting.folder.ResultFile;
import io.semisup4j.reporting.metrics.MetricsLog;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class RunReportTest {
    private static final List<String> CLASSES = List.of("cat & <dog>", "bird");

    @TempDir
    Path folder;

    @BeforeEach
    void a_run_with_a_method_and_its_baseline() throws IOException {
        Files.writeString(folder.resolve("config.yaml"), "# demo: tries <things>\nseed: 7 # published: 1\nsize: 3\n");
        try (MetricsLog log = new MetricsLog(folder.resolve("metrics.jsonl"))) {
            Events.play(log, "paws", 0, 12, 0.5);
            Events.play(log, "supervised", 0, 12, 0.5);
        }
    }

    private String page() throws IOException {
        return Files.readString(RunReport.write(folder, Instant.EPOCH));
    }

    @Test
    void curves_table_and_configuration_are_on_the_page() throws IOException {
        assertThat(page())
                .contains("Accuracy on the test pictures", "Losses: ", "Learning rate", "Throughput")
                .contains("20.0 %")
                .contains("baseline")
                .contains("<code>seed</code></th><td>7</td><td>1</td>")
                .contains("tries &lt;things&gt;")
                .contains("prefers-color-scheme: dark")
                .contains("not complete");
    }

    @Test
    void nothing_is_called_published_where_nothing_was() throws IOException {
        assertThat(page()).contains("<th scope=\"col\">Published</th>", "7 (published: 1)");
        Files.writeString(folder.resolve("config.yaml"), "# demo: tries\nseed: 7 # default: 1\n");
        assertThat(page())
                .contains(
                        "<th scope=\"col\">Default</th>",
                        "<td>7</td><td>1</td>",
                        "7 (default: 1)",
                        "nothing was published")
                .doesNotContain("Published", "(published:");
    }

    @Test
    void nothing_is_fetched_from_anywhere() throws IOException {
        exhibits();
        assertThat(page())
                .doesNotContainPattern("(src|href)=\"(?!data:|#)")
                .doesNotContain("http:", "https:", "<script");
    }

    @Test
    void every_picture_and_drawing_has_words_and_every_drawing_is_well_formed() throws Exception {
        exhibits();
        String page = page();
        assertThat(page.split("<img ", -1).length).isEqualTo(page.split("<img [^>]* alt=\"[^\"]+\"", -1).length);
        for (String drawing : page.split("(?=<svg)")) {
            if (drawing.startsWith("<svg")) {
                String svg = drawing.substring(0, drawing.indexOf("</svg>") + 6);
                assertThat(svg).containsAnyOf("role=\"img\" aria-label=\"", "aria-hidden=\"true\"");
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
                assertThat(svg).doesNotContain("NaN", "Infinity");
            }
        }
    }

    @Test
    void what_the_running_program_has_shown_is_on_the_page_escaped() throws IOException {
        exhibits();
        assertThat(page())
                .contains("cat &amp; &lt;dog&gt;")
                .contains("Confusion matrix", "Most frequent mistakes: ", "bird for cat &amp; &lt;dog&gt; (25.0 %)")
                .contains("Nearest labelled neighbours", "90.0 %", "0.75")
                .contains("Views as the net sees them", "large 1")
                .contains("first two principal components, holding 60.0 % of the variance")
                .contains("convolution.forward (onednn)")
                .contains("data:image/png;base64,iVBOR")
                .doesNotContain("cat & <dog>");
    }

    @Test
    void a_complete_run_shows_its_final_metrics() throws IOException {
        new ResultFile("demo", Map.of("paws.top1", 0.75, "paws.top5", 1.0, "supervised.top1", 0.5), 3)
                .write(folder.resolve("result.json"));
        assertThat(page()).contains(">complete<", "75.0 %", "+25.0", "100.0 %");
    }

    @Test
    void a_run_that_has_just_begun_and_one_with_a_damaged_exhibit_get_a_page() throws IOException {
        Files.delete(folder.resolve("metrics.jsonl"));
        assertThat(page()).contains("Nothing has been measured yet");
        Files.createDirectories(folder.resolve("report"));
        Files.writeString(folder.resolve("report/confusion-paws.json"), "{\"classes\":");
        assertThat(page()).doesNotContain("Confusion matrix");
    }

    @Test
    void several_runs_are_laid_side_by_side() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("config.yaml"), "# demo: tries <things>\nseed: 8\nsize: 3\n");
        try (MetricsLog log = new MetricsLog(other.resolve("metrics.jsonl"))) {
            Events.play(log, "paws", 0, 8, 0.5);
        }
        Path page = folder.resolve("pages/comparison.html");
        ComparisonReport.write(List.of(folder, other), page, Instant.EPOCH);
        assertThat(page)
                .content()
                .contains("2 runs side by side", "<code>paws.top1</code>", "other")
                .contains("<code>seed</code></th><td>7</td><td>8</td>")
                .doesNotContain("<code>size</code>")
                .doesNotContainPattern("(src|href)=\"(?!data:|#)");
    }

    private void exhibits() {
        Exhibits exhibits = Exhibits.in(folder.resolve("report"));
        Picture picture = Picture.of(2, 2, new byte[12]);
        exhibits.show("paws", Confusion.class, () -> new Confusion(CLASSES, List.of(List.of(3, 1), List.of(1, 3))));
        exhibits.show(
                "paws",
                Neighbours.class,
                () -> new Neighbours(
                        CLASSES,
                        List.of(new Neighbours.Query(
                                picture, 0, List.of(0.9, 0.1), List.of(new Neighbours.Near(picture, 1, 0.75))))));
        exhibits.show(
                "paws",
                Embedding.class,
                () -> new Embedding(
                        CLASSES,
                        "first two principal components",
                        0.6,
                        List.of(new Embedding.Dot(0, 0, 0), new Embedding.Dot(1, 2, 1))));
        exhibits.show(
                "paws",
                Views.class,
                () -> new Views(List.of(new Views.Group(
                        "Supports",
                        List.of(new Views.Row("bird", picture, List.of(new Views.View("large 1", picture))))))));
        exhibits.show(
                "paws",
                Timing.class,
                () -> new Timing(2, 10, List.of(new Timing.Row("convolution.forward (onednn)", 10, 3))));
    }
}
