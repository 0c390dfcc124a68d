package io.semisup4j.experiments.launch;

import java.util.List;

/**
 * Something that can be started by name.
 *
 * @param <C> its configuration: nested records with jakarta.validation constraints
 */
public interface Experiment<C extends Record> {

    /** The stable name behind {@code -Dexperiment}: lower case, words joined by hyphens. */
    String name();

    /** One line: what is trained, the published row that it reproduces, and the data that it needs. */
    String summary();

    /** The published configuration, or where nothing was published the recommended one. */
    C config();

    /** Whether {@link #config} is a recipe that its authors have published; otherwise it is our own. */
    default boolean published() {
        return false;
    }

    /**
     * The data folders without which it cannot start. It is also asked about configurations with values out of their
     * bounds, to tell the user every mistake at once.
     */
    default List<DataNeed> data(C config) {
        return List.of();
    }

    /**
     * What the user has still to say, such as which trained net to begin with: one sentence each. Unlike a condition of
     * the configuration itself it may be broken as published. It is also asked about values out of their bounds.
     */
    default List<String> missing(C config) {
        return List.of();
    }

    /**
     * Carries the experiment out, going on from the run folder's checkpoints if there are any.
     *
     * @return the final metrics, or that the run was asked to stop before its end
     * @throws Exception a user's mistake or a broken file as an exception of this project with a full sentence;
     *     anything else is taken for a programming error
     */
    Outcome run(Run run, C config) throws Exception;
}
