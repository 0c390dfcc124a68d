package io.semisup4j.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ImageTest {
    @Test
    void pixels_are_unsigned_and_interleaved() {
        Image image = new Image(1, 2, 3, new byte[] {1, 2, 3, 4, (byte) 200, 6});
        assertThat(image.at(0, 1, 1)).isEqualTo(200);
        assertThat(image)
                .isEqualTo(new Image(1, 2, 3, image.pixels().clone()))
                .isNotEqualTo(new Image(2, 1, 3, image.pixels()));
        assertThat(image).hasSameHashCodeAs(new Image(1, 2, 3, image.pixels().clone()));
    }

    @Test
    void names_impossible_sizes() {
        assertThatThrownBy(() -> new Image(2, 2, 3, new byte[11]))
                .hasMessageContaining("needs 12 bytes of pixels, but has 11");
        assertThatThrownBy(() -> new Image(0, 2, 3, new byte[0])).hasMessageContaining("0 x 2 x 3");
    }
}
