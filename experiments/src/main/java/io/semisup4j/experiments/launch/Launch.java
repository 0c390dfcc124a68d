package io.semisup4j.experiments.launch;

import io.semisup4j.config.Layer;
import io.semisup4j.config.Resolved;
import io.semisup4j.config.Resolver;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers one request: lists, shows or runs an experiment, or tells everything that is wrong with the request. */
final class Launch {
    private static final DateTimeFormatter FOLDER_NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Registry registry;
    private final Console console;
    private final Surroundings surroundings;

    Launch(Registry registry, Surroundings surroundings) {
        this.registry = registry;
        this.surroundings = surroundings;
        this.console = surroundings.console();
    }

    /** Does what is asked; returns the exit code. */
    int answer(Request request) {
        Optional<String> word = request.experiment();
        if (word.isEmpty()) {
            console.mistakes("No experiment was started.", List.of(usage(request)));
            registry.lines().forEach(console::error);
            return ExitCode.MISTAKE;
        }
        if (word.get().equals(Registry.LIST)) {
            registry.lines().forEach(console::line);
            return ExitCode.SUCCESS;
        }
        ReportCommands pages = new ReportCommands(console, surroundings.clock());
        if (word.get().equals(ReportCommands.REPORT)) {
            return pages.report(request);
        }
        if (word.get().equals(ReportCommands.COMPARE)) {
            return pages.compare(request);
        }
        boolean show = word.get().equals(Registry.SHOW);
        if (show && request.name().isEmpty()) {
            console.mistakes("Nothing was shown.", List.of("Say which experiment to show with -Dname=NAME."));
            registry.lines().forEach(console::error);
            return ExitCode.MISTAKE;
        }
        String name = show ? request.name().orElseThrow() : word.get();
        Optional<Experiment<?>> experiment = registry.find(name);
        if (experiment.isEmpty()) {
            List<String> problems = new ArrayList<>(List.of(registry.unknown(name)));
            problems.addAll(request.problems());
            console.mistakes("No experiment was started.", problems);
            return ExitCode.MISTAKE;
        }
        return show ? show(experiment.get(), request) : start(experiment.get(), request);
    }

    private static String usage(Request request) {
        return "Say which one with -Dexperiment=NAME." + request.experimentMistyped()
                + " -Dexperiment=list explains each, -Dexperiment=show -Dname=NAME prints its configuration,"
                + " -Dexperiment=report and -Dexperiment=compare make pages of runs.";
    }

    private <C extends Record> int show(Experiment<C> experiment, Request request) {
        Resolved<C> resolved = resolve(experiment, request);
        if (resolved.config().isEmpty()) {
            console.mistakes(experiment.name() + " has no such configuration.", resolved.problems());
            return ExitCode.MISTAKE;
        }
        console.line(RunRecord.documented(experiment, resolved.config().get()).stripTrailing());
        for (DataNeed need : experiment.data(resolved.config().get())) {
            console.line((need.required() ? "# needs " : "# can use ") + need.property() + ": " + need.description());
        }
        experiment.missing(resolved.config().get()).forEach(sentence -> console.line("# " + sentence));
        return ExitCode.SUCCESS;
    }

    private <C extends Record> int start(Experiment<C> experiment, Request request) {
        List<String> problems = new ArrayList<>(request.problems());
        if (problems.isEmpty()) {
            Resolved<C> resolved = resolve(experiment, request);
            problems.addAll(resolved.problems());
            C config = resolved.attempt();
            problems.addAll(experiment.missing(config));
            problems.addAll(request.data().problems(experiment.data(config)));
            if (problems.isEmpty()) {
                Session<C> session = new Session<>(experiment, config, request.data(), request.devices(), surroundings);
                return session.run(request.runDir().orElseGet(() -> newFolder(experiment.name())));
            }
        }
        console.mistakes(experiment.name() + " was not started.", problems);
        console.error("Every key with its value: -Dexperiment=show -Dname=" + experiment.name());
        return ExitCode.MISTAKE;
    }

    private static <C extends Record> Resolved<C> resolve(Experiment<C> experiment, Request request) {
        List<Layer> layers = new ArrayList<>();
        request.config().ifPresent(file -> layers.add(new Layer.YamlFile(file)));
        layers.add(new Layer.Overrides(request.overrides()));
        return Resolver.resolve(experiment.config(), layers);
    }

    private Path newFolder(String experiment) {
        String time = LocalDateTime.ofInstant(surroundings.clock().instant(), ZoneId.systemDefault())
                .format(FOLDER_NAME);
        return Path.of("runs", experiment, time);
    }
}
