package io.semisup4j.experiments.paws;

import io.semisup4j.data.cifar.Cifar10;
import io.semisup4j.data.split.LabelDraw;
import io.semisup4j.data.split.Split;
import io.semisup4j.experiments.launch.Outcome;
import io.semisup4j.experiments.launch.Run;
import io.semisup4j.paws.config.ComparisonConfig;
import io.semisup4j.paws.program.Comparison;
import io.semisup4j.reporting.exhibit.Exhibits;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PAWS beside its supervised baseline on a data set in CIFAR-10's layout, with labels drawn by the run's seed. */
final class PawsComparison {
    private static final Logger LOG = LoggerFactory.getLogger(PawsComparison.class);

    private PawsComparison() {}

    static Outcome run(Run run, ComparisonConfig config, Cifar10 cifar) {
        Split labelled = LabelDraw.perClass(
                cifar.train().labels(),
                cifar.train().classes().size(),
                config.labelsPerClass(),
                config.run().seed());
        LOG.info(
                "{} training pictures, {} labelled ({} a class), {} test pictures, {} classes.",
                cifar.train().size(),
                labelled.size(),
                config.labelsPerClass(),
                cifar.test().size(),
                cifar.train().classes().size());
        Comparison comparison = new Comparison(
                        config, CifarViews.of(cifar, labelled, config.paws().views()))
                .showing(Exhibits.in(run.folder().exhibits()));
        Optional<Map<String, Double>> metrics = comparison.run(Stages.of(run, config.run()));
        metrics.ifPresent(found -> LOG.info("{}", table(found)));
        return metrics.map(Outcome::complete).orElseGet(Outcome::stopped);
    }

    static String table(Map<String, Double> metrics) {
        StringBuilder table = new StringBuilder(String.format("%n  %-44s %8s%n", "method", "top-1"));
        row(table, "PAWS, soft nearest neighbours", metrics.get("paws.softnn.top1"));
        row(table, "PAWS, fine-tuned, soft nearest neighbours", metrics.get("paws.finetuned.top1"));
        row(table, "PAWS, linear classifier, encoder frozen", metrics.get("paws.linear.top1"));
        row(table, "PAWS, fine-tuned with cross-entropy", metrics.get("paws.finetune.top1"));
        row(table, "supervised baseline, same net and labels", metrics.get("supervised.top1"));
        return table.toString().stripTrailing();
    }

    private static void row(StringBuilder table, String method, Double accuracy) {
        if (accuracy != null) {
            table.append(String.format(Locale.ROOT, "  %-44s %7.1f%%%n", method, 100 * accuracy));
        }
    }
}
