package io.semisup4j.reporting.exhibit;

import java.util.List;

/**
 * Embeddings of test pictures laid flat.
 *
 * @param classes names of the classes
 * @param method how they were laid flat, for people, for example {@code first two principal components}
 * @param explained share of the variance that the two directions hold, 0 to 1
 */
public record Embedding(List<String> classes, String method, double explained, List<Dot> dots) implements Exhibit {
    public Embedding {
        classes = List.copyOf(classes);
        dots = List.copyOf(dots);
    }

    /**
     * One picture.
     *
     * @param label its true class
     */
    public record Dot(double x, double y, int label) {}
}
