package io.semisup4j.experiments.launch;

import io.semisup4j.config.Nearest;
import java.util.List;
import java.util.Optional;

/** The experiments that can be started, by name. */
record Registry(List<Experiment<?>> experiments) {
    static final String LIST = "list";
    static final String SHOW = "show";

    Registry {
        experiments = List.copyOf(experiments);
        List<String> names = experiments.stream().map(Experiment::name).toList();
        List<String> commands = List.of(LIST, SHOW, ReportCommands.REPORT, ReportCommands.COMPARE);
        if (names.stream().distinct().count() < names.size() || names.stream().anyMatch(commands::contains)) {
            throw new IllegalArgumentException("experiment names must differ, also from " + commands + ": " + names);
        }
    }

    Optional<Experiment<?>> find(String name) {
        return experiments.stream()
                .filter(experiment -> experiment.name().equals(name))
                .findFirst();
    }

    /** The answer to a name that no experiment has: those that it may mean, or all of them if it resembles none. */
    String unknown(String name) {
        List<String> names = experiments.stream().map(Experiment::name).toList();
        String question = Nearest.question(name, names);
        String legal =
                names.isEmpty() || !question.isEmpty() ? "" : " The experiments are: " + String.join(", ", names) + ".";
        return "There is no experiment \"" + name + "\"." + question + legal + " -Dexperiment=list explains each.";
    }

    /** A line for every experiment, its name first. */
    List<String> lines() {
        int width = experiments.stream()
                .mapToInt(experiment -> experiment.name().length())
                .max()
                .orElse(0);
        return experiments.stream()
                .map(experiment -> experiment.name()
                        + " ".repeat(width - experiment.name().length()) + "  " + experiment.summary())
                .toList();
    }
}
