package io.semisup4j.reporting.csv;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns the steps of a stage into rows: running means that begin anew with every epoch. */
final class CsvRows {
    private static final int DIGITS = 5;
    private static final double MILLIS = 1000;

    private final CsvFormat format;
    private final long stepsPerEpoch;
    private final double[] sums;
    private double milliseconds;
    private long iterations;

    CsvRows(CsvFormat format, long stepsPerEpoch) {
        this.format = format;
        this.stepsPerEpoch = stepsPerEpoch;
        this.sums = new double[format.metrics().size()];
    }

    /** Takes a step in; the answer is its row, if it has one. */
    Optional<String> add(long step, Map<String, Double> metrics, double seconds) {
        long iteration = step % stepsPerEpoch;
        if (iteration == 0) {
            clear();
        }
        iterations++;
        milliseconds += seconds * MILLIS;
        for (int i = 0; i < sums.length; i++) {
            sums[i] += metrics.getOrDefault(format.metrics().get(i), Double.NaN);
        }
        return iteration % format.every() == 0
                ? Optional.of(row(step / stepsPerEpoch + 1, iteration))
                : Optional.empty();
    }

    private void clear() {
        java.util.Arrays.fill(sums, 0);
        milliseconds = 0;
        iterations = 0;
    }

    private String row(long epoch, long iteration) {
        List<String> cells = new ArrayList<>(List.of(Long.toString(epoch), Long.toString(iteration)));
        for (double sum : sums) {
            cells.add(fixed(sum / iterations));
        }
        cells.add(Long.toString((long) (milliseconds / iterations)));
        return String.join(",", cells);
    }

    /** As C's {@code %.5f}: the exact binary value, halves to even, the sign kept; Java's own format rounds otherwise. */
    static String fixed(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
        }
        BigDecimal rounded = new BigDecimal(Math.abs(value)).setScale(DIGITS, RoundingMode.HALF_EVEN);
        return (value < 0 ? "-" : "") + rounded.toPlainString();
    }
}
