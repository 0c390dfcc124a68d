package io.semisup4j.reporting.format;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them, the same in every country. */
public final class Numbers {
    private static final double MILLION = 1e6;

    private Numbers() {}

    /** Hours and minutes, minutes and seconds, or seconds: the two that matter. */
    public static String duration(Duration time) {
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        if (time.toMinutes() >= 10) {
            return time.toMinutes() + " min";
        }
        return (time.toMinutes() > 0 ? time.toMinutes() + " min " : "") + time.toSecondsPart() + " s";
    }

    /** The same of seconds. */
    public static String duration(double seconds) {
        return duration(Duration.ofMillis(Math.round(1000 * seconds)));
    }

    /** A share of 1 in percent with one digit, {@code 61.3 %}. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** A difference of shares in percentage points with its sign, {@code +12.0}. */
    public static String points(double difference) {
        return String.format(Locale.ROOT, "%+.1f", 100 * difference).replace('-', '\u2212');
    }

    /** Four digits that count, whole numbers whole, a narrow space between thousands. */
    public static String number(double value) {
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        if (value == Math.rint(value) && Math.abs(value) < MILLION * MILLION) {
            return String.format(Locale.ROOT, "%,d", (long) value).replace(',', '\u202f');
        }
        double size = Math.abs(value);
        if (size >= 1e-3 && size < MILLION) {
            int digits = Math.max(0, 3 - (int) Math.floor(Math.log10(size)));
            String text =
                    String.format(Locale.ROOT, "%,." + digits + "f", value).replace(',', '\u202f');
            return digits > 0 ? text.replaceFirst("\\.?0+$", "") : text;
        }
        return String.format(Locale.ROOT, "%.3g", value);
    }
}
