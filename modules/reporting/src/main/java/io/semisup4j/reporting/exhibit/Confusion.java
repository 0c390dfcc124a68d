package io.semisup4j.reporting.exhibit;

import java.util.List;

/**
 * How often each class is taken for which.
 *
 * @param classes names of the classes
 * @param counts test pictures: a list for every true class, in it a number for every predicted class
 */
public record Confusion(List<String> classes, List<List<Integer>> counts) implements Exhibit {
    public Confusion {
        classes = List.copyOf(classes);
        counts = counts.stream().map(List::copyOf).toList();
    }
}
