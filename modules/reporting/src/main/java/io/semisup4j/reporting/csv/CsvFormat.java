package io.semisup4j.reporting.csv;

import java.util.List;

/**
 * The CSV file of a published program: epoch from 1, iteration within the epoch, means over the epoch so far with five
 * digits, mean milliseconds of an iteration.
 *
 * @param header the first line
 * @param metrics names of our step metrics in the order of the columns between iteration and time
 * @param every a row comes at every iteration of the epoch that this number divides
 */
public record CsvFormat(String header, List<String> metrics, int every) {
    public CsvFormat {
        metrics = List.copyOf(metrics);
        if (every < 1) {
            throw new IllegalArgumentException("a row every " + every + " iterations is impossible; give 1 or more");
        }
    }
}
