package io.semisup4j.training.stage;

/**
 * The measured number by which a stage's best epoch is told, more is better. Its checkpoint is kept beside the newest.
 *
 * @param name of a metric that the stage's epoch task measures; null for none
 * @param decides whether the net is that of the best epoch once the stage has ended, the earliest of equal ones; without
 *     it the net is that of the last
 */
public record Score(String name, boolean decides) {

    public Score {
        if (name == null && decides) {
            throw new IllegalArgumentException("a stage without a score has no best epoch to end with");
        }
    }

    /** No epoch is better than another. */
    public static Score none() {
        return new Score(null, false);
    }

    /** The best epoch's checkpoint is kept, the last epoch's net is the result. */
    public static Score kept(String name) {
        return new Score(name, false);
    }

    /** The best epoch's net is the result. */
    public static Score deciding(String name) {
        return new Score(name, true);
    }
}
