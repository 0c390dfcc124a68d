package io.semisup4j.data.dataset;

import java.util.List;

/**
 * A data set, a split or a sampling request that cannot be used. The message is for the person who can mend it: it names
 * the file or value, what was found, what was expected, and what to do. Several problems found together are told together.
 */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int SHOWN = 20;

    private final transient List<String> problems;

    /** One problem, as a full sentence. */
    public DataException(String problem) {
        this(problem, (Throwable) null);
    }

    /** One problem, as a full sentence, with the error that revealed it (may be null). */
    public DataException(String problem, Throwable cause) {
        super(problem, cause);
        this.problems = List.of(problem);
    }

    private DataException(String message, List<String> problems) {
        super(message);
        this.problems = List.copyOf(problems);
    }

    /**
     * Throws if there are problems, telling the first {@value #SHOWN} and how many more there are.
     *
     * @param subject what the problems are about, for example "the split file labels.txt"
     */
    public static void throwIfAny(String subject, List<String> problems) {
        if (problems.isEmpty()) {
            return;
        }
        StringBuilder message = new StringBuilder(subject).append(" cannot be used:");
        problems.stream().limit(SHOWN).forEach(problem -> message.append("\n  - ")
                .append(problem));
        if (problems.size() > SHOWN) {
            message.append("\n  ... and ").append(problems.size() - SHOWN).append(" more problems");
        }
        throw new DataException(message.toString(), problems);
    }

    /**
     * The index of a picture, if it lies in 0..size-1.
     *
     * @param set what has the pictures, as the sentence is to name it
     */
    public static int checkedIndex(int index, int size, Object set) {
        if (index < 0 || index >= size) {
            throw new DataException("picture " + index + " was asked for, but " + set + " has " + size
                    + " pictures (0.." + (size - 1) + "). Check that the split was made for this data set.");
        }
        return index;
    }

    /** Every problem found, one sentence each. */
    public List<String> problems() {
        return problems == null ? List.of(getMessage()) : problems;
    }
}
