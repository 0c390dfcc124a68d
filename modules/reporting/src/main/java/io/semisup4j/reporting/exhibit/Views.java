package io.semisup4j.reporting.exhibit;

import java.util.List;

/**
 * Augmented views as the net sees them.
 *
 * @param groups for example unlabelled pictures and supports
 */
public record Views(List<Group> groups) implements Exhibit {
    public Views {
        groups = List.copyOf(groups);
    }

    /**
     * Pictures that are treated alike.
     *
     * @param name for people, for example {@code Labelled pictures (supports)}
     */
    public record Group(String name, List<Row> rows) {
        public Group {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One picture with its views.
     *
     * @param label what is known of it, for example its class
     * @param original the picture as it is stored
     */
    public record Row(String label, Picture original, List<View> views) {
        public Row {
            views = List.copyOf(views);
        }
    }

    /**
     * One view.
     *
     * @param name for people, for example {@code large 1}
     */
    public record View(String name, Picture picture) {}
}
