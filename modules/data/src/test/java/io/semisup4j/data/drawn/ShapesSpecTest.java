package io.semisup4j.data.drawn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShapesSpecTest {
    @Test
    void the_usual_set_has_ten_classes_with_names_of_their_own() {
        ShapesSpec spec = ShapesSpec.of(1);
        assertThat(spec.classNames()).hasSize(10).doesNotHaveDuplicates().contains("star", "waves", "grid");
        assertThat(spec.size(Split.TRAIN)).isEqualTo(5_000);
        assertThat(spec.size(Split.TEST)).isEqualTo(1_000);
    }

    @Test
    void names_every_impossible_value_at_once() {
        assertThatThrownBy(() -> new ShapesSpec(1, 11, 4, 0))
                .isInstanceOf(DrawnDataException.class)
                .hasMessageContaining("classes is 11, expected 2 to 10")
                .hasMessageContaining("train is 4")
                .hasMessageContaining("test is 0");
    }

    @Test
    void sets_that_differ_are_kept_in_different_folders() {
        ShapesSpec spec = ShapesSpec.of(1);
        assertThat(spec.folderName())
                .isNotEqualTo(ShapesSpec.of(2).folderName())
                .isNotEqualTo(spec.withSizes(5_000, 500).folderName())
                .isNotEqualTo(new ShapesSpec(1, 9, 5_000, 1_000).folderName());
    }
}
