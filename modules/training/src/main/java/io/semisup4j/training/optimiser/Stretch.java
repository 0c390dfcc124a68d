package io.semisup4j.training.optimiser;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a segment, short enough that threads can share a net's.
 *
 * @param segment position of its segment
 * @param from first element
 * @param to end, exclusive
 */
record Stretch(int segment, long from, long to) {

    /**
     * All stretches of the segments in order; the last of a segment may be shorter.
     *
     * @param longest most elements
     */
    static List<Stretch> of(List<Segment> segments, long longest) {
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            long end = segments.get(i).offset() + segments.get(i).length();
            for (long from = segments.get(i).offset(); from < end; from += longest) {
                stretches.add(new Stretch(i, from, Math.min(from + longest, end)));
            }
        }
        return List.copyOf(stretches);
    }
}
