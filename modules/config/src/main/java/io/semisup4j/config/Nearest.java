package io.semisup4j.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The legal words that a mistyped word was probably meant to be. */
public final class Nearest {
    private static final int MOST = 3;

    private Nearest() {}

    /** At most three legal words near the given one, the nearest first; empty when none is near. */
    public static List<String> to(String word, Collection<String> legal) {
        int reach = Math.max(2, word.length() / 3);
        List<String> near = legal.stream()
                .filter(candidate -> distance(word, candidate) <= reach || isPart(word, candidate))
                .sorted(Comparator.comparingInt((String candidate) -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        int best = near.isEmpty() ? 0 : distance(word, near.get(0));
        // Beside a word that is one slip away, words two slips away only distract.
        return near.stream()
                .filter(candidate -> best > reach || distance(word, candidate) <= 2 * best)
                .limit(MOST)
                .toList();
    }

    /** The question "did you mean a or b?" with a leading space, or nothing when no legal word is near. */
    public static String question(String word, Collection<String> legal) {
        List<String> near = to(word, legal);
        return near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?";
    }

    private static int distance(String word, String candidate) {
        int whole = LevenshteinDistance.getDefaultInstance().apply(plain(word), plain(candidate));
        int last = LevenshteinDistance.getDefaultInstance().apply(plain(last(word)), plain(last(candidate)));
        // A right last name under a wrong or missing group is a near miss however long the group's name is.
        return last == 0 ? Math.min(whole, 1) : whole;
    }

    private static boolean isPart(String word, String candidate) {
        return last(word).length() >= 3 && plain(last(candidate)).contains(plain(last(word)));
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
