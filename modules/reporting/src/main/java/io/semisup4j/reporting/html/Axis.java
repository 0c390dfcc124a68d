package io.semisup4j.reporting.html;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * An axis with round ticks.
 *
 * @param low value at the axis's beginning
 * @param high value at its end, above low
 * @param ticks values between them
 */
record Axis(double low, double high, List<Double> ticks) {
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    /** About so many round ticks around the values. */
    static Axis around(double smallest, double largest, int wanted) {
        double from = smallest;
        double to = largest;
        if (!(to > from)) {
            double margin = from == 0 ? 1 : Math.abs(from) * 0.1;
            from -= margin;
            to += margin;
        }
        double step = step((to - from) / wanted);
        double low = Math.floor(from / step + 1e-9) * step;
        double high = Math.ceil(to / step - 1e-9) * step;
        return new Axis(low, high, ticks(low, high, step));
    }

    /** From exactly the smallest to exactly the largest value, with round ticks in between. */
    static Axis exactly(double smallest, double largest, int wanted) {
        double step = step((largest - smallest) / wanted);
        return new Axis(smallest, largest, ticks(Math.ceil(smallest / step - 1e-9) * step, largest, step));
    }

    private static double step(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double round : ROUND) {
            if (round * power >= rough * (1 - 1e-9)) {
                return round * power;
            }
        }
        return ROUND[ROUND.length - 1] * power;
    }

    private static List<Double> ticks(double first, double last, double step) {
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; first + i * step <= last + step * 1e-6; i++) {
            double tick = first + i * step;
            ticks.add(Math.abs(tick) < step * 1e-6 ? 0 : tick);
        }
        return ticks;
    }

    /** The ticks at their places from {@code begin} to {@code end}. */
    List<Tick> placed(double begin, double end, DoubleFunction<String> label) {
        return ticks.stream()
                .map(tick -> new Tick(SvgPath.text(place(tick, begin, end)), label.apply(tick)))
                .toList();
    }

    /** Where a value lies if the axis runs from {@code begin} to {@code end}. */
    double place(double value, double begin, double end) {
        return begin + (value - low) / (high - low) * (end - begin);
    }
}
