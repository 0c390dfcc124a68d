package io.semisup4j.data.check;

import java.util.ArrayList;
import java.util.List;

/**
 * What a check has found.
 *
 * @param pictures pictures that could be read
 * @param problems everything that is wrong, one sentence each, in the order of the data set; empty if all is well
 */
public record DataReport(int pictures, List<String> problems) {
    public DataReport {
        problems = List.copyOf(problems);
    }

    /** Collects findings. */
    static final class Builder {
        private final List<String> problems = new ArrayList<>();
        private int pictures;

        void pictures(int number) {
            pictures += number;
        }

        void problem(String sentence) {
            problems.add(sentence);
        }

        void problems(List<String> sentences) {
            problems.addAll(sentences);
        }

        DataReport build() {
            return new DataReport(pictures, problems);
        }
    }
}
