package io.semisup4j.experiments.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFoldersTest {
    private final DataNeed required = new DataNeed("cifar10", "CIFAR-10", List.of("data_batch_1.bin"));

    @TempDir
    private Path folder;

    @Test
    void only_a_required_data_set_is_asked_for() {
        DataFolders none = new DataFolders(Map.of());

        assertThat(none.problems(List.of(required)))
                .singleElement()
                .asString()
                .contains("needs a data set: CIFAR-10", "-Ddata.cifar10=DIR");
        assertThat(none.problems(List.of(required.optional()))).isEmpty();
        assertThat(none.given("cifar10")).isEmpty();
    }

    @Test
    void an_optional_data_set_that_is_given_is_looked_at_like_any_other() {
        DataFolders wrong = new DataFolders(Map.of("cifar10", folder));

        assertThat(wrong.given("cifar10")).hasValue(folder);
        assertThat(wrong.problems(List.of(required.optional())))
                .isEqualTo(wrong.problems(List.of(required)))
                .singleElement()
                .asString()
                .contains("there is no data_batch_1.bin");
    }
}
