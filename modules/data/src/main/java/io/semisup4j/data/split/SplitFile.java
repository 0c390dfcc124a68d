package io.semisup4j.data.split;

import io.semisup4j.data.dataset.DataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A split as a text file: one index a line, in an order that matters (the official CIFAR-10 lists of PAWS are such files). */
public final class SplitFile {
    private SplitFile() {}

    /**
     * Reads a list for a set of {@code images} pictures. Empty lines are ignored.
     *
     * @throws DataException with every problem and its line: not a number, out of range, an index that comes twice, no
     *     index at all, an unreadable file
     */
    public static Split read(Path file, int images) {
        return parse("the split file " + file, lines(file), images);
    }

    /** Reads the lines of a list; {@code source} names it in messages. */
    static Split parse(String source, List<String> lines, int images) {
        List<String> problems = new ArrayList<>();
        Map<Integer, Integer> lineOf = new HashMap<>();
        List<Integer> indices = new ArrayList<>();
        for (int number = 1; number <= lines.size(); number++) {
            String text = lines.get(number - 1).strip();
            if (!text.isEmpty()) {
                readLine(text, number, images, lineOf, indices, problems);
            }
        }
        if (indices.isEmpty() && problems.isEmpty()) {
            problems.add("it lists no index; write one picture index a line.");
        }
        DataException.throwIfAny(source, problems);
        return new Split(indices.stream().mapToInt(Integer::intValue).toArray());
    }

    private static void readLine(
            String text,
            int number,
            int images,
            Map<Integer, Integer> lineOf,
            List<Integer> indices,
            List<String> problems) {
        int index;
        try {
            index = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            problems.add("line " + number + " is '" + shortened(text) + "'; write one whole number a line.");
            return;
        }
        if (index < 0 || index >= images) {
            problems.add("line " + number + " is " + index + "; the data set has " + images
                    + " training pictures, so an index lies in 0.." + (images - 1)
                    + ". Check that the list belongs to this data set.");
            return;
        }
        Integer earlier = lineOf.putIfAbsent(index, number);
        if (earlier != null) {
            problems.add("line " + number + " is " + index + ", which line " + earlier
                    + " has already; remove one of them.");
            return;
        }
        indices.add(index);
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }

    /** Writes {@link Split#toText()}. */
    public static void write(Split split, Path file) {
        try {
            Files.writeString(file, split.toText(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException("the split file " + file + " cannot be written", e);
        }
    }

    private static List<String> lines(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new DataException("the split file " + file + " does not exist; give the path of a text file with one"
                    + " picture index a line, or draw labels with a seed.");
        }
        try {
            // Latin-1 reads any byte, so that a binary file is told line by line like any other mistake.
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new DataException("the split file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
