package io.semisup4j.experiments.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.reporting.reference.MetricEntry;
import io.semisup4j.reporting.reference.MetricReference;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MetricDocumentationTest {
    private static final MetricReference REFERENCE = MetricReference.onClassPath();

    @Test
    void the_table_of_the_documentation_is_what_the_modules_say() throws IOException {
        Path page = Path.of(System.getProperty("basedir", ".")).toAbsolutePath().resolve("../docs/metrics.md");
        assertThat(page.normalize()).content().contains(REFERENCE.markdown());
    }

    @Test
    void no_name_is_described_twice() {
        assertThat(REFERENCE.metrics()).extracting(MetricEntry::name).doesNotHaveDuplicates();
    }
}
