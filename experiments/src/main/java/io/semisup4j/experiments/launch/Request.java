package io.semisup4j.experiments.launch;

import io.semisup4j.config.Nearest;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the user has said in properties.
 *
 * @param properties every property by name, those of Java itself included
 */
record Request(Map<String, String> properties) {
    private static final String SET = "set.";
    private static final String DATA = "data.";
    private static final String DEVICES = "devices";
    private static final int MOST_DEVICES = 64;
    private static final List<String> WORDS = List.of("experiment", "config", "run.dir", "name", DEVICES);

    /** System properties under the arguments, which have the form {@code -Dname=value} or {@code name=value}. */
    static Request of(Map<String, String> system, List<String> arguments) {
        Map<String, String> all = new HashMap<>(system);
        for (String argument : arguments) {
            String bare = argument.replaceFirst("^(-D|--)", "");
            int equals = bare.indexOf('=');
            all.put(equals < 0 ? bare : bare.substring(0, equals), equals < 0 ? "" : bare.substring(equals + 1));
        }
        return new Request(Map.copyOf(all));
    }

    Optional<String> experiment() {
        return value("experiment");
    }

    /** The experiment that {@code -Dexperiment=show} is about. */
    Optional<String> name() {
        return value("name");
    }

    Optional<Path> config() {
        return value("config").map(Path::of);
    }

    Optional<Path> runDir() {
        return value("run.dir").map(Path::of);
    }

    /** The values of {@code -Dset.key=value} by key. */
    Map<String, String> overrides() {
        return withPrefix(SET);
    }

    DataFolders data() {
        Map<String, Path> folders = new HashMap<>();
        withPrefix(DATA).forEach((name, folder) -> folders.put(name, Path.of(folder)));
        folders.remove("dir"); // the test data's root, not a data set
        return new DataFolders(folders);
    }

    /** Devices that train together; 1 unless the user says otherwise. */
    int devices() {
        return value(DEVICES).map(Request::wholeNumber).orElse(1);
    }

    /** Paths that the system cannot even spell, and an impossible number of devices. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (devices() < 1 || devices() > MOST_DEVICES) {
            problems.add("-D" + DEVICES + "=" + properties.get(DEVICES) + ": give the number of devices, from 1 to "
                    + MOST_DEVICES + ".");
        }
        properties.forEach((name, value) -> {
            boolean path = name.equals("config") || name.equals("run.dir") || name.startsWith(DATA);
            if (path && (value.isBlank() || !spellable(value))) {
                problems.add("-D" + name + "=" + value + ": this is not a path.");
            }
        });
        return problems.stream().sorted().toList();
    }

    /** A question if a property looks like {@code -Dexperiment} with a slip of the finger. */
    String experimentMistyped() {
        return properties.keySet().stream()
                .filter(name -> !WORDS.contains(name)
                        && Nearest.to(name, List.of("experiment")).size() == 1
                        && Math.abs(name.length() - "experiment".length()) <= 2)
                .sorted()
                .findFirst()
                .map(name -> " (You wrote -D" + name + ".)")
                .orElse("");
    }

    /** The number, or 0 if it is none. */
    private static int wholeNumber(String text) {
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(properties.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private Map<String, String> withPrefix(String prefix) {
        Map<String, String> found = new HashMap<>();
        properties.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), value);
            }
        });
        return found;
    }

    private static boolean spellable(String path) {
        try {
            return Path.of(path).getNameCount() >= 0;
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
