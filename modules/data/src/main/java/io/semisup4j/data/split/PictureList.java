package io.semisup4j.data.split;

import io.semisup4j.data.dataset.DataException;
import io.semisup4j.data.folder.FolderImages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A split as a text file that names pictures, one a line, in an order that matters: by bare file name, as the official
 * ImageNet lists do ({@code n01440764_10026.JPEG}), or by path below the folder of class folders or the one above it
 * ({@code cats/1.jpg}, {@code train/cats/1.jpg}). The class is that of the folder where the picture lies.
 */
public final class PictureList {
    private static final int NOT_FOUND = -1;

    private PictureList() {}

    /**
     * Reads a list of pictures of a data set. Empty lines are ignored.
     *
     * @throws DataException with every problem and its line: a name that is not in the data set, that fits more than one
     *     picture or that comes twice; no name at all; an unreadable file
     */
    public static Split read(Path file, FolderImages images) {
        return parse("the list of pictures " + file, lines(file), images.root(), images.paths());
    }

    /** Writes the paths of a split's pictures, one a line. */
    public static void write(Split split, FolderImages images, Path file) {
        String text = Arrays.stream(split.indices())
                .mapToObj(index -> images.path(index) + "\n")
                .collect(Collectors.joining());
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the list of pictures " + file + " cannot be written", e);
        }
    }

    /** The lines of a text file. */
    static List<String> lines(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new DataException("the list of pictures " + file
                    + " does not exist; give the path of a text file with" + " the name of a picture a line.");
        }
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new DataException("the list of pictures " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Finds the pictures of a list; {@code source} names it in messages.
     *
     * @param paths of all pictures below {@code root}
     */
    static Split parse(String source, List<String> lines, Path root, List<String> paths) {
        List<String> problems = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        Map<String, Integer> place = new HashMap<>();
        for (int number = 1; number <= lines.size(); number++) {
            String name = lines.get(number - 1).strip();
            if (name.isEmpty()) {
                continue;
            }
            Integer earlier = place.putIfAbsent(name, names.size());
            if (earlier != null) {
                problems.add("line " + number + " is '" + name + "', which line " + numbers.get(earlier)
                        + " has already; remove one of them.");
                continue;
            }
            names.add(name);
            numbers.add(number);
        }
        if (names.isEmpty()) {
            problems.add("it names no picture; write the name of a picture a line.");
        }
        int[] found = find(place, root, paths, numbers, problems);
        tellMissing(names, numbers, found, root, paths.size(), problems);
        DataException.throwIfAny(source, problems);
        return new Split(found);
    }

    /** The index of each name; one pass over the pictures, so that a set of a million needs no table of its own. */
    private static int[] find(
            Map<String, Integer> place, Path root, List<String> paths, List<Integer> numbers, List<String> problems) {
        int[] found = new int[numbers.size()];
        Arrays.fill(found, NOT_FOUND);
        String folder = root.getFileName() + "/";
        for (int index = 0; index < paths.size(); index++) {
            String path = paths.get(index);
            for (String key : List.of(path.substring(path.lastIndexOf('/') + 1), path, folder + path)) {
                Integer at = place.get(key);
                if (at != null && found[at] != NOT_FOUND) {
                    problems.add("line " + numbers.get(at) + " is '" + key + "', which is both " + paths.get(found[at])
                            + " and " + path + "; write the path with its class folder, or remove a second line.");
                } else if (at != null) {
                    found[at] = index;
                }
            }
        }
        repeated(found, numbers, paths, problems);
        return found;
    }

    /** One picture under two names. */
    private static void repeated(int[] found, List<Integer> numbers, List<String> paths, List<String> problems) {
        Map<Integer, Integer> lineOf = new HashMap<>();
        for (int at = 0; at < found.length; at++) {
            Integer earlier = found[at] == NOT_FOUND ? null : lineOf.putIfAbsent(found[at], numbers.get(at));
            if (earlier != null) {
                problems.add("lines " + earlier + " and " + numbers.get(at) + " are both the picture "
                        + paths.get(found[at]) + "; remove one of them.");
            }
        }
    }

    private static void tellMissing(
            List<String> names, List<Integer> numbers, int[] found, Path root, int pictures, List<String> problems) {
        for (int at = 0; at < found.length; at++) {
            if (found[at] == NOT_FOUND) {
                problems.add("line " + numbers.get(at) + " is '" + names.get(at) + "', but none of the " + pictures
                        + " pictures in " + root + " has this name.");
            }
        }
    }
}
