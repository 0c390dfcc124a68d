package io.semisup4j.data.sampling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Classes with too few labelled pictures, in sentences that name the keys of a configuration. */
final class Shortages {
    private static final int NAMED = 8;

    private Shortages() {}

    /**
     * One sentence for all classes that have as many pictures.
     *
     * @param positions the labelled pictures of each class
     * @param own those of them that one process gets
     */
    static List<String> of(int[][] positions, int[][] own, SupportShape shape) {
        Map<Counts, List<Integer>> classes = new LinkedHashMap<>();
        for (int t = 0; t < own.length; t++) {
            Counts counts = new Counts(positions[t].length, own[t].length);
            if (counts.own() < shape.imagesPerClass() || counts.all() == 1) {
                classes.computeIfAbsent(counts, same -> new ArrayList<>()).add(t);
            }
        }
        List<String> problems = new ArrayList<>();
        classes.forEach((counts, found) -> problems.add(who(found, counts.all()) + counts.problem(shape)));
        return problems;
    }

    private static String who(List<Integer> classes, int all) {
        String pictures = all + (all == 1 ? " labelled picture" : " labelled pictures");
        if (classes.size() == 1) {
            return "class " + classes.get(0) + " has " + pictures;
        }
        String named = classes.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        String others = classes.size() > NAMED ? " and " + (classes.size() - NAMED) + " more" : "";
        return "classes " + named + others + " have " + pictures + " each";
    }

    /**
     * How many pictures a class has.
     *
     * @param own those that one process gets
     */
    private record Counts(int all, int own) {
        private String problem(SupportShape shape) {
            if (own >= shape.imagesPerClass()) {
                return "; at least 2 are needed, or the class never changes. Label another one.";
            }
            String share = own == all ? "" : ", of which each of " + shape.world() + " devices gets " + own;
            return share + "; a support batch needs supportImages = " + shape.imagesPerClass()
                    + ". Label more pictures, or set supportImages to " + Math.max(1, own) + ".";
        }
    }
}
