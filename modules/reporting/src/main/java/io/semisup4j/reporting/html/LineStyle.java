package io.semisup4j.reporting.html;

/**
 * How a line is told from others: by colour and, for who cannot tell colours apart, by pattern.
 *
 * @param colour one of the page's {@value #COLOURS} colours
 * @param pattern 0 for solid, then dashes, dots, dashes and dots
 */
public record LineStyle(int colour, int pattern) {
    static final int COLOURS = 10;
    private static final int PATTERNS = 4;

    /** The n-th style. */
    static LineStyle of(int n) {
        return new LineStyle(n % COLOURS, n % PATTERNS);
    }
}
