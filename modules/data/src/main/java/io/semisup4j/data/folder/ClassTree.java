package io.semisup4j.data.folder;

import io.semisup4j.data.dataset.DataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A folder with one folder for each class, and the picture files in it at any depth. Which files are pictures is told by
 * the end of their names, whatever its case; files with other names and hidden ones do not count.
 *
 * @param root the folder of the class folders
 * @param classes names of the class folders, sorted
 * @param files for each class the pictures' paths below its folder, sorted, with {@code /} between folders
 */
public record ClassTree(Path root, List<String> classes, List<List<String>> files) {
    private static final Set<String> ENDINGS = Set.of("jpeg", "jpg", "jpe", "png", "gif", "bmp", "ppm", "pgm", "pnm");

    public ClassTree {
        classes = List.copyOf(classes);
        files = files.stream().map(List::copyOf).toList();
    }

    /**
     * Lists a tree; no picture is opened.
     *
     * @throws DataException if there is no such folder, or no class folder or no picture in it
     */
    public static ClassTree list(Path root) {
        requireFolder(root);
        try {
            List<String> classes = folders(root);
            List<List<String>> files = new ArrayList<>();
            for (String name : classes) {
                files.add(pictures(root.resolve(name)));
            }
            if (files.stream().allMatch(List::isEmpty)) {
                throw new DataException("the folder " + root + " holds no pictures in folders named by their classes; "
                        + "give the folder that holds one folder for each class, as in " + root
                        + "/cats/1.jpg (names of pictures end in " + String.join(", ", new TreeSet<>(ENDINGS))
                        + ").");
            }
            return new ClassTree(root, classes, files);
        } catch (IOException | UncheckedIOException e) {
            throw new DataException("the folder " + root + " cannot be listed: " + e.getMessage(), e);
        }
    }

    private static void requireFolder(Path root) {
        if (!Files.isDirectory(root)) {
            throw new DataException("the folder of pictures " + root
                    + (Files.exists(root) ? " is a file" : " does not exist")
                    + "; give the folder that holds one folder for each class.");
        }
    }

    private static List<String> folders(Path root) throws IOException {
        try (Stream<Path> inside = Files.list(root)) {
            return inside.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> pictures(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return inside.filter(path -> isPicture(path.getFileName().toString()))
                    .filter(Files::isRegularFile)
                    .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    /** Whether the name is that of a picture file. */
    public static boolean isPicture(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && ENDINGS.contains(ending);
    }

    /** Number of pictures. */
    public int size() {
        return files.stream().mapToInt(List::size).sum();
    }
}
