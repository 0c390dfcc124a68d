package io.semisup4j.reporting.exhibit;

import java.util.List;

/**
 * Test pictures with their nearest labelled pictures.
 *
 * @param classes names of the classes
 */
public record Neighbours(List<String> classes, List<Query> queries) implements Exhibit {
    public Neighbours {
        classes = List.copyOf(classes);
        queries = List.copyOf(queries);
    }

    /**
     * A test picture.
     *
     * @param truth its class
     * @param softLabel probability of every class
     * @param nearest labelled pictures, the nearest first
     */
    public record Query(Picture picture, int truth, List<Double> softLabel, List<Near> nearest) {
        public Query {
            softLabel = List.copyOf(softLabel);
            nearest = List.copyOf(nearest);
        }
    }

    /**
     * A labelled picture near a test picture.
     *
     * @param label its class
     * @param similarity cosine of the embeddings, -1 to 1
     */
    public record Near(Picture picture, int label, double similarity) {}
}
