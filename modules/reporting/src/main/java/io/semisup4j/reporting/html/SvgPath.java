package io.semisup4j.reporting.html;

import java.util.Locale;

/** Writes places of a drawing, short enough for curves of hundreds of points. */
final class SvgPath {
    private final StringBuilder text = new StringBuilder();

    /** A line from the last place, or the path's beginning. */
    SvgPath to(double x, double y) {
        text.append(text.isEmpty() ? 'M' : 'L').append(text(x)).append(' ').append(text(y));
        return this;
    }

    /** Closes the area. */
    SvgPath close() {
        text.append('Z');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    static String text(double place) {
        String digits = String.format(Locale.ROOT, "%.1f", place);
        return digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
    }
}
