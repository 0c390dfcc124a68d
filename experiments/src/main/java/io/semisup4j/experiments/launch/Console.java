package io.semisup4j.experiments.launch;

import java.io.PrintStream;
import java.util.List;
import org.apache.commons.text.WordUtils;

/** The two streams of the console, and how mistakes are laid out for a tired reader. */
record Console(PrintStream out, PrintStream err) {
    private static final int WIDTH = 96;

    void line(String text) {
        out.println(text);
    }

    void error(String text) {
        err.println(text);
    }

    /** A headline and a list; long sentences are wrapped, paths and values stay whole. */
    void mistakes(String headline, List<String> problems) {
        err.println();
        err.println(headline);
        for (String problem : problems) {
            String indented = problem.lines()
                    .map(line -> WordUtils.wrap(line, WIDTH, System.lineSeparator() + "    ", false))
                    .reduce((first, second) -> first + System.lineSeparator() + "    " + second)
                    .orElse("");
            err.println("  - " + indented);
        }
        err.println();
    }

    void flush() {
        out.flush();
        err.flush();
    }
}
