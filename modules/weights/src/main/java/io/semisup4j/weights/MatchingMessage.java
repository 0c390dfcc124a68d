package io.semisup4j.weights;

import java.util.List;
import java.util.Optional;

/** Words for a checkpoint that does not fit: a line a kind of difference, each of bounded length, and a guess why. */
final class MatchingMessage {
    /** More than any network's differences; a hostile file may have millions of names. */
    private static final int SHOWN = 1000;

    private static final int LONGEST_NAME = 120;

    private MatchingMessage() {}

    static String of(Matching matching) {
        StringBuilder text = new StringBuilder("The checkpoint does not fit the network: ")
                .append(matching.summary())
                .append('.');
        line(text, "missing in the file", matching.missing());
        line(text, "unexpected in the file", matching.unexpected());
        line(
                text,
                "of another shape",
                matching.mismatched().stream().map(Object::toString).toList());
        commonPrefix(matching).ifPresent(prefix -> text.append("\n  All unexpected names begin with '")
                .append(prefix)
                .append("': remove that prefix."));
        return text.toString();
    }

    private static void line(StringBuilder text, String kind, List<String> names) {
        if (names.isEmpty()) {
            return;
        }
        List<String> shown =
                names.stream().limit(SHOWN).map(MatchingMessage::bounded).toList();
        text.append("\n  ").append(kind).append(": ").append(String.join(", ", shown));
        if (names.size() > shown.size()) {
            text.append(" and ").append(names.size() - shown.size()).append(" more");
        }
    }

    private static String bounded(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "...";
    }

    /** A prefix that turns an unexpected name into a missing one, if all unexpected names begin with it. */
    private static Optional<String> commonPrefix(Matching matching) {
        return matching.unexpected().stream()
                .limit(1)
                .flatMap(name -> matching.missing().stream()
                        .filter(name::endsWith)
                        .map(missing -> name.substring(0, name.length() - missing.length())))
                .filter(prefix -> prefix.endsWith("."))
                .filter(prefix -> matching.unexpected().stream().allMatch(name -> name.startsWith(prefix)))
                .findFirst();
    }
}
