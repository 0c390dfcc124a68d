package io.semisup4j.experiments.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.experiments.Experiments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationReferenceTest {
    private static final Path PAGE = Sources.ROOT.resolve("docs/configuration.md");

    @Test
    void the_page_says_what_the_configuration_records_say() throws IOException {
        String now = ConfigurationReference.of(Experiments.all());
        if (Boolean.getBoolean("update.docs")) {
            Files.writeString(PAGE, now);
        }

        assertThat(PAGE)
                .as("write it anew with -Dupdate.docs=true, as the page itself says")
                .hasContent(now);
    }

    @Test
    void every_value_has_a_meaning() {
        assertThat(ConfigurationReference.of(Experiments.all()).lines().filter(line -> line.startsWith("| `")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).doesNotEndWith("|  |"));
    }
}
