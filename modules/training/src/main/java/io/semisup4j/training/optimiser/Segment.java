package io.semisup4j.training.optimiser;

import io.semisup4j.engine.flat.FlatLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a flat vector whose elements are updated alike.
 *
 * @param offset first element
 * @param length elements
 * @param weightDecay decay of its parameters
 * @param adapted whether its learning rate is scaled by its norms; then it is exactly one tensor
 */
record Segment(long offset, long length, double weightDecay, boolean adapted) {

    /**
     * The segments of a layout in order: one for each adapted tensor, one for each longest run of other tensors with
     * the same decay (gaps between arrays are zero in every vector, so they may be swept along).
     */
    static List<Segment> of(FlatLayout layout, ParameterGroups groups, boolean adaptive) {
        List<Segment> segments = new ArrayList<>();
        groups.assign(layout).forEach((slot, group) -> {
            Segment next = new Segment(slot.offset(), slot.length(), group.weightDecay(), adaptive && group.adapted());
            int last = segments.size() - 1;
            if (last >= 0 && segments.get(last).continuesAs(next)) {
                segments.set(last, segments.get(last).until(next.offset + next.length));
            } else {
                segments.add(next);
            }
        });
        return segments;
    }

    private boolean continuesAs(Segment next) {
        return !adapted && !next.adapted && weightDecay == next.weightDecay;
    }

    private Segment until(long end) {
        return new Segment(offset, end - offset, weightDecay, adapted);
    }
}
