package io.semisup4j.reporting.history;

import java.util.ArrayList;
import java.util.List;

/** A curve of many values kept in few points: neighbouring steps share a point with their mean and their range. */
final class Series {
    private static final int POINTS = 240;

    private final long width;
    private final List<Point> points = new ArrayList<>();
    private long bucket = -1;
    private double sum;
    private double low;
    private double high;
    private long count;
    private long lastStep;

    Series(long totalSteps) {
        width = Math.max(1, (totalSteps + POINTS - 1) / POINTS);
    }

    /** Takes in the value of a step, the steps in ascending order; what is not finite is passed over. */
    void add(long step, double value) {
        if (!Double.isFinite(value)) {
            return;
        }
        if (step / width != bucket) {
            finish();
            bucket = step / width;
            low = value;
            high = value;
        }
        sum += value;
        count++;
        low = Math.min(low, value);
        high = Math.max(high, value);
        lastStep = step;
    }

    /** The points so far, each at the last of its steps. */
    List<Point> points() {
        List<Point> all = new ArrayList<>(points);
        if (count > 0) {
            all.add(current());
        }
        return all;
    }

    private void finish() {
        if (count > 0) {
            points.add(current());
        }
        sum = 0;
        count = 0;
    }

    private Point current() {
        return new Point(lastStep + 1.0, sum / count, low, high);
    }
}
