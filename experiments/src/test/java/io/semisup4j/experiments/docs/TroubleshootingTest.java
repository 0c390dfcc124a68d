package io.semisup4j.experiments.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page explains sentences that the program really says. */
class TroubleshootingTest {
    private static final Pattern QUOTED = Pattern.compile("^### `(.+)`$", Pattern.MULTILINE);

    @Test
    void every_quoted_sentence_is_in_the_sources() {
        String page = Sources.text(Sources.ROOT.resolve("docs/troubleshooting.md"));
        List<String> quoted =
                QUOTED.matcher(page).results().map(m -> m.group(1)).toList();
        String said = Sources.all().stream()
                .map(Sources::text)
                .map(TroubleshootingTest::joined)
                .collect(Collectors.joining("\n"));

        assertThat(quoted).hasSizeGreaterThan(25).doesNotHaveDuplicates();
        assertThat(quoted)
                .allSatisfy(fragment ->
                        assertThat(said.contains(fragment)).as(fragment).isTrue());
    }

    /** String literals that the formatter has broken over lines, in one piece. */
    private static String joined(String source) {
        return source.replaceAll("\"\\s*\\+\\s*\"", "");
    }
}
