package io.semisup4j.reporting.html;

import io.semisup4j.reporting.exhibit.Confusion;
import io.semisup4j.reporting.exhibit.Embedding;
import io.semisup4j.reporting.exhibit.Exhibit;
import io.semisup4j.reporting.exhibit.Exhibits;
import io.semisup4j.reporting.exhibit.Neighbours;
import io.semisup4j.reporting.exhibit.Timing;
import io.semisup4j.reporting.exhibit.Views;
import io.semisup4j.reporting.format.Numbers;
import io.semisup4j.reporting.history.ConfigValue;
import io.semisup4j.reporting.history.RecordedRun;
import io.semisup4j.reporting.history.StageCourse;
import io.semisup4j.reporting.reference.MetricReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Everything that is on the page of one run, as the template wants it.
 *
 * @param made when the page was made
 * @param time of all steps so far
 */
public record RunPage(
        String experiment,
        String summary,
        String folder,
        String made,
        String time,
        boolean complete,
        List<StageRow> stages,
        List<ResultRow> results,
        List<MetricRow> metrics,
        List<LineChart> charts,
        List<ConfusionTable> confusions,
        List<Titled<List<QueryCard>>> neighbours,
        List<ScatterChart> embeddings,
        List<Titled<Views>> views,
        List<Titled<List<TimingRow>>> timings,
        List<ConfigValue> config,
        Map<String, String> versions) {

    static RunPage of(RecordedRun run, MetricReference reference, String made) {
        List<StageCourse> courses = run.course().stages();
        Methods stages =
                new Methods(reference, courses.stream().map(StageCourse::stage).toList());
        Methods methods = new Methods(
                reference,
                Stream.concat(
                                courses.stream().flatMap(stage -> stage.measured().keySet().stream()),
                                run.metrics().keySet().stream())
                        .filter(name -> name.endsWith(".top1"))
                        .map(Methods::of)
                        .toList());
        Shown shown = new Shown(run.folder().resolve("report"), stages, methods);
        return new RunPage(
                run.experiment(),
                run.config().summary(),
                run.folder().getFileName().toString(),
                made,
                Numbers.duration(
                        courses.stream().mapToDouble(StageCourse::seconds).sum()),
                run.result().isPresent(),
                courses.stream().map(stage -> StageRow.of(stage, stages)).toList(),
                ResultRow.of(run.metrics(), methods),
                MetricRow.of(run.metrics(), reference),
                new RunCharts(run.course(), methods, stages).all(),
                shown.each(Confusion.class, ConfusionTable::of),
                shown.each(Neighbours.class, (title, neighbours) -> new Titled<>(title, QueryCard.of(neighbours))),
                shown.each(Embedding.class, ScatterChart::of),
                shown.each(Views.class, Titled::new),
                shown.each(Timing.class, (title, timing) -> new Titled<>(title, TimingRow.of(timing))),
                run.config().values(),
                run.versions());
    }

    /** The exhibits in the folder, those of methods first and in their order, which puts the baseline behind. */
    private record Shown(Path folder, Methods stages, Methods methods) {
        <E extends Exhibit, T> List<T> each(Class<E> kind, BiFunction<String, E, T> part) {
            return Stream.concat(methods.names().stream(), stages.names().stream())
                    .distinct()
                    .flatMap(name ->
                            Exhibits.read(folder, kind, name)
                                    .map(exhibit -> part.apply(stages.label(name), exhibit))
                                    .stream())
                    .toList();
        }
    }
}
