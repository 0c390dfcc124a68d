package io.semisup4j.training.checkpoint;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which checkpoints of a folder are kept.
 *
 * @param last how many of the newest are kept, at least 1
 * @param best whether the one with the highest score is kept, too
 * @param everySteps checkpoints whose step is a multiple of this are kept for good; 0 for none
 */
public record Retention(int last, boolean best, long everySteps) {
    /** Higher scores first; of equal ones the earlier first. */
    static final Comparator<CheckpointHeader> BEST_FIRST =
            Comparator.comparing(CheckpointHeader::score).reversed().thenComparing(CheckpointHeader::step);

    public Retention {
        if (last < 1 || everySteps < 0) {
            throw new IllegalArgumentException("keeping the last " + last + " checkpoints and every " + everySteps
                    + " steps is impossible; keep at least the last 1, and every 0 (none) or more steps");
        }
    }

    /** The last two and the best. */
    public static Retention standard() {
        return new Retention(2, true, 0);
    }

    /** The steps among these checkpoints that are kept; of equal scores the earlier one is the best. */
    Set<Long> kept(List<CheckpointHeader> checkpoints) {
        Set<Long> kept = new HashSet<>();
        checkpoints.stream()
                .map(CheckpointHeader::step)
                .sorted(Comparator.reverseOrder())
                .limit(last)
                .forEach(kept::add);
        if (best) {
            checkpoints.stream().filter(c -> c.score() != null).min(BEST_FIRST).ifPresent(c -> kept.add(c.step()));
        }
        if (everySteps > 0) {
            checkpoints.stream()
                    .map(CheckpointHeader::step)
                    .filter(step -> step % everySteps == 0)
                    .forEach(kept::add);
        }
        return kept;
    }
}
