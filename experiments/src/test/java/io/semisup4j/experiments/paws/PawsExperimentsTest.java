package io.semisup4j.experiments.paws;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.experiments.launch.Experiment;
import io.semisup4j.paws.config.ImagenetConfig;
import io.semisup4j.paws.config.LabelsConfig;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PawsExperimentsTest {
    private final Map<String, Experiment<?>> byName =
            PawsExperiments.all().collect(Collectors.toMap(Experiment::name, Function.identity()));

    @Test
    void every_published_run_has_its_name() {
        List<String> names =
                """
                paws-imagenet-10pct paws-imagenet-10pct-200ep paws-imagenet-10pct-300ep
                paws-imagenet-1pct paws-imagenet-1pct-200ep paws-imagenet-1pct-300ep
                paws-imagenet-10pct-finetune paws-imagenet-10pct-200ep-finetune paws-imagenet-10pct-300ep-finetune
                paws-imagenet-1pct-finetune paws-imagenet-1pct-200ep-finetune paws-imagenet-1pct-300ep-finetune
                paws-imagenet-10pct-finetune-test paws-imagenet-1pct-finetune-test
                paws-imagenet-10pct-snn-eval paws-imagenet-10pct-200ep-snn-eval paws-imagenet-10pct-300ep-snn-eval
                paws-imagenet-1pct-snn-eval paws-imagenet-1pct-200ep-snn-eval paws-imagenet-1pct-300ep-snn-eval
                paws-cifar10-4000 paws-cifar10-4000-seed73 paws-cifar10-4000-seed91 paws-cifar10-4000-seed152
                paws-cifar10-4000-seed321 paws-cifar10-4000-seed401
                paws-cifar10-4000-snn-finetune paws-cifar10-4000-snn-finetune-seed73 paws-cifar10-4000-snn-finetune-seed91
                paws-cifar10-4000-snn-finetune-seed152 paws-cifar10-4000-snn-finetune-seed321 paws-cifar10-4000-snn-finetune-seed401
                paws-cifar10-4000-snn-eval paws-cifar10-4000-snn-eval-seed73 paws-cifar10-4000-snn-eval-seed91
                paws-cifar10-4000-snn-eval-seed152 paws-cifar10-4000-snn-eval-seed321 paws-cifar10-4000-snn-eval-seed401
                simclr-ct-imagenet-10pct simclr-ct-imagenet-10pct-finetune simclr-ct-imagenet-10pct-snn-eval
                simclr-ct-imagenet-1pct simclr-ct-cifar10-4000 paws-imagenet-coinflip
                paws-imagenet-10pct-resnet50w2 paws-imagenet-10pct-resnet50w4
                paws-imagenet-10pct-linear paws-cifar10-4000-linear paws-smoke
                """
                        .lines()
                        .flatMap(line -> List.of(line.split(" ")).stream())
                        .toList();

        assertThat(byName).containsKeys(names.toArray(String[]::new));
    }

    /** Top-1 on ImageNet's validation images in the published repository's table. */
    @ParameterizedTest
    @CsvSource({
        "paws-imagenet-1pct, 61.5, 63.8",
        "paws-imagenet-1pct-200ep, 63.2, 66.1",
        "paws-imagenet-1pct-300ep, 64.2, 66.5",
        "paws-imagenet-10pct, 71.0, 73.9",
        "paws-imagenet-10pct-200ep, 71.9, 75.0",
        "paws-imagenet-10pct-300ep, 73.1, 75.5"
    })
    void summaries_name_the_published_row(String name, String softNn, String fineTuned) {
        assertThat(byName.get(name).summary()).contains(softNn + " % soft NN", fineTuned + " % fine-tuned");
        assertThat(byName.get(name + "-snn-eval").summary()).contains(softNn + " % (published)");
        assertThat(byName.get(name + "-finetune").summary()).contains(fineTuned + " % (published)");
    }

    @Test
    void longer_runs_change_the_epochs_and_other_labels_the_list_alone() {
        ImagenetConfig standard = config("paws-imagenet-10pct");
        ImagenetConfig longer = config("paws-imagenet-10pct-300ep");
        ImagenetConfig fewer = config("paws-imagenet-1pct");

        assertThat(longer.paws())
                .isEqualTo(standard.paws()
                        .withOptimisation(standard.paws().optimisation().withEpochs(300)));
        assertThat(fewer.paws()).isEqualTo(standard.paws());
        assertThat(standard.labels())
                .isEqualTo(new LabelsConfig(LabelsConfig.Source.LIST, "90percent.txt", 0.9, "val.txt"));
        assertThat(fewer.labels())
                .isEqualTo(new LabelsConfig(LabelsConfig.Source.LIST, "99percent.txt", 0.99, "val.txt"));
        assertThat(config("paws-imagenet-coinflip").labels().split()).isEqualTo(LabelsConfig.Source.COINFLIP);
    }

    @Test
    void wider_nets_have_outputs_as_wide_as_their_hidden_layers() {
        assertThat(config("paws-imagenet-10pct-resnet50w2").paws().net().outputDim())
                .isEqualTo(4096);
        assertThat(config("paws-imagenet-10pct-resnet50w4").paws().net().outputDim())
                .isEqualTo(8192);
    }

    @Test
    void a_run_without_the_net_that_it_begins_with_is_told_which_one() {
        Experiment<?> evaluation = byName.get("paws-imagenet-10pct-200ep-snn-eval");

        assertThat(missing(evaluation)).singleElement().asString().contains("paws-imagenet-10pct-200ep", "-Dset.from=");
    }

    private static <C extends Record> List<String> missing(Experiment<C> experiment) {
        return experiment.missing(experiment.config());
    }

    private ImagenetConfig config(String name) {
        return (ImagenetConfig) byName.get(name).config();
    }
}
