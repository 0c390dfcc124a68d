package io.semisup4j.experiments.launch;

import io.semisup4j.experiments.Experiments;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The program: {@code mvn compile exec:java -Dexperiment=NAME}, with {@code -Dset.key=value}, {@code
 * -Dconfig=FILE.yaml}, {@code -Ddata.name=DIR}, {@code -Drun.dir=DIR} and {@code -Ddevices=N}; {@code
 * -Dexperiment=list} and {@code -Dexperiment=show -Dname=NAME} tell what there is. Exit code 0 is success, 1 a
 * programming error, 2 a mistake that the user can mend, 130 a run that was asked to stop.
 */
public final class Launcher {
    private Launcher() {}

    /** Starts what the system properties and the arguments (of the same form) ask for. */
    public static void main(String[] args) {
        exit(start(Arrays.asList(args)));
    }

    /**
     * Starts an experiment from its own main method. Of a class with several experiments it is the first one, unless an
     * argument such as {@code experiment=paws-imagenet-10pct-200ep} names another one.
     */
    public static void launch(Class<? extends Experiment<?>> type, String[] args) {
        List<String> names = Experiments.all().stream()
                .filter(type::isInstance)
                .map(Experiment::name)
                .toList();
        if (names.isEmpty()) {
            throw new IllegalStateException(type.getName() + " is not in the list of Experiments");
        }
        List<String> named = new ArrayList<>(Arrays.asList(args));
        boolean chosen = Arrays.stream(args)
                .map(argument -> argument.replaceFirst("^(-D|--)", ""))
                .anyMatch(argument -> names.contains(argument.replaceFirst("^experiment=", "")));
        if (!chosen) {
            named.add("experiment=" + names.get(0));
        }
        exit(start(named));
    }

    private static int start(List<String> args) {
        Map<String, String> system = System.getProperties().stringPropertyNames().stream()
                .collect(Collectors.toMap(Function.identity(), System::getProperty));
        Console console = new Console(System.out, System.err);
        Stopping stopping = new Stopping();
        stopping.listen(console);
        try {
            Surroundings here = new Surroundings(console, InstantSource.system(), stopping, Machine::prepare);
            return new Launch(new Registry(Experiments.all()), here).answer(Request.of(system, args));
        } finally {
            console.flush();
            stopping.finished();
        }
    }

    /**
     * Ends the process with the code. Inside Maven this ends Maven too: an exception instead would bury the sentence
     * under Maven's own report and turn every code into 1.
     */
    private static void exit(int code) {
        if (code != ExitCode.SUCCESS) {
            System.exit(code);
        }
    }
}
