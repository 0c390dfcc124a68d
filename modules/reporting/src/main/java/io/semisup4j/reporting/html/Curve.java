package io.semisup4j.reporting.html;

import io.semisup4j.reporting.history.Point;
import java.util.List;

/**
 * One line of a chart before it is drawn.
 *
 * @param label in the legend
 * @param style its colour and pattern
 * @param points in ascending order of x
 */
record Curve(String label, LineStyle style, List<Point> points) {
    Curve {
        points = List.copyOf(points);
    }
}
