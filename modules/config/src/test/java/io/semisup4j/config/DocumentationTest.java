package io.semisup4j.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocumentationTest {

    /** @param rate of the steps */
    record Undocumented(double rate) {}

    @Test
    void a_record_without_packed_source_has_no_words() {
        assertThat(Documentation.components(Undocumented.class)).isEmpty();
        assertThat(ConfigYaml.documented(Origin.PUBLISHED, new Undocumented(1), new Undocumented(2)))
                .isEqualTo("rate: 2.0 # published: 1.0\n");
    }
}
