package io.semisup4j.experiments.launch;

import io.semisup4j.config.Nearest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where the data sets are, as given by {@code -Ddata.name=DIR}.
 *
 * @param folders by the data set's name
 */
public record DataFolders(Map<String, Path> folders) {
    public DataFolders {
        folders = new TreeMap<>(folders);
    }

    /** The folder of a data set that the experiment has declared as needed. */
    public Path folder(String name) {
        Path folder = folders.get(name);
        if (folder == null) {
            throw new IllegalStateException("the experiment uses data." + name + " but did not declare the need");
        }
        return folder;
    }

    /** The folder of a data set, if one was given. */
    public Optional<Path> given(String name) {
        return Optional.ofNullable(folders.get(name));
    }

    /** One sentence for every folder that is missing, unusable, or given though nothing needs it. */
    List<String> problems(List<DataNeed> needs) {
        List<String> problems = new ArrayList<>();
        List<String> names = needs.stream().map(DataNeed::name).toList();
        for (DataNeed need : needs) {
            Path folder = folders.get(need.name());
            if (folder != null) {
                problems.addAll(problems(folder, need));
            } else if (need.required()) {
                problems.add("This experiment needs a data set: " + need.description() + ". Say where it is with "
                        + need.property() + ".");
            }
        }
        for (String given : folders.keySet()) {
            if (!names.contains(given)) {
                String legal = names.isEmpty() ? "no data set" : "only " + String.join(", ", names);
                problems.add(
                        "-Ddata." + given + ": this experiment uses " + legal + "." + Nearest.question(given, names));
            }
        }
        return problems;
    }

    private static List<String> problems(Path folder, DataNeed need) {
        String given = "-Ddata." + need.name() + "=" + folder + ": ";
        if (!Files.exists(folder)) {
            return List.of(given + "there is no such folder (looked for " + folder.toAbsolutePath()
                    + "). It should hold " + need.description() + ".");
        }
        if (!Files.isDirectory(folder)) {
            return List.of(given + "this is a file; give the folder that holds " + need.description() + ".");
        }
        if (!Files.isReadable(folder)) {
            return List.of(given + "there is no permission to read this folder.");
        }
        boolean recognised =
                need.signs().isEmpty() || need.signs().stream().anyMatch(sign -> Files.exists(folder.resolve(sign)));
        return recognised
                ? List.of()
                : List.of(given + "this does not look like " + need.description() + ": there is no "
                        + String.join(" and no ", need.signs()) + " in it.");
    }
}
