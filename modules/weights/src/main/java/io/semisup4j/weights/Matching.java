package io.semisup4j.weights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How the tensors found in a file fit those that a network expects.
 *
 * @param matched names in both with equal shapes, in the network's order
 * @param missing names that the network expects and the file does not have
 * @param unexpected names that only the file has
 * @param mismatched names in both with different shapes
 */
public record Matching(
        List<String> matched, List<String> missing, List<String> unexpected, List<ShapeMismatch> mismatched) {
    /** A tensor whose shape in the file is not that of the network. */
    public record ShapeMismatch(String name, List<Long> expected, List<Long> found) {
        @Override
        public String toString() {
            return name + " " + expected + " but " + found + " in the file";
        }
    }

    public Matching {
        matched = List.copyOf(matched);
        missing = List.copyOf(missing);
        unexpected = List.copyOf(unexpected);
        mismatched = List.copyOf(mismatched);
    }

    /** Compares names and shapes; both maps go from name to shape. */
    public static Matching of(Map<String, long[]> expected, Map<String, long[]> found) {
        List<String> matched = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<ShapeMismatch> mismatched = new ArrayList<>();
        expected.forEach((name, shape) -> {
            long[] other = found.get(name);
            if (other == null) {
                missing.add(name);
            } else if (Arrays.equals(shape, other)) {
                matched.add(name);
            } else {
                mismatched.add(new ShapeMismatch(name, list(shape), list(other)));
            }
        });
        List<String> unexpected = new ArrayList<>(found.keySet());
        unexpected.removeAll(expected.keySet());
        return new Matching(matched, missing, unexpected, mismatched);
    }

    private static List<Long> list(long[] shape) {
        return Arrays.stream(shape).boxed().toList();
    }

    /** For example "85 matched, 0 missing, 2 unexpected, 0 of another shape". */
    public String summary() {
        return matched.size() + " matched, " + missing.size() + " missing, " + unexpected.size() + " unexpected, "
                + mismatched.size() + " of another shape";
    }

    /** Every difference, one an entry. */
    public List<String> differences() {
        return Stream.of(
                        missing.stream().map(name -> "missing " + name),
                        unexpected.stream().map(name -> "unexpected " + name),
                        mismatched.stream().map(mismatch -> "another shape " + mismatch))
                .flatMap(differences -> differences)
                .toList();
    }

    /**
     * Throws unless the file fits the network.
     *
     * @param allowed names that may be missing or unexpected; a {@code *} at the end stands for any rest ({@code
     *     pred.*}). A shape can never differ.
     * @throws WeightsException with all differences at once; the message names the first thousand of each kind, its details all
     */
    public void requireStrict(String... allowed) {
        Matching rest = without(allowed);
        if (!rest.differences().isEmpty()) {
            throw new WeightsException(MatchingMessage.of(rest), rest.differences());
        }
    }

    private Matching without(String... allowed) {
        Predicate<String> isRefused = name -> !anyCovers(allowed, name);
        return new Matching(
                matched,
                missing.stream().filter(isRefused).toList(),
                unexpected.stream().filter(isRefused).toList(),
                mismatched);
    }

    /** Whether a pattern is the name, or ends in {@code *} and the name begins like it. */
    static boolean anyCovers(String[] patterns, String name) {
        return Arrays.stream(patterns).anyMatch(pattern -> covers(pattern, name));
    }

    private static boolean covers(String pattern, String name) {
        return pattern.endsWith("*")
                ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                : name.equals(pattern);
    }
}
