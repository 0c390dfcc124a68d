package io.semisup4j.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.semisup4j.data.image.Image;
import java.util.List;
import org.junit.jupiter.api.Test;

class NormalisationTest {
    @Test
    void subtracts_the_mean_and_divides_by_the_deviation_of_each_channel() {
        Canvas canvas = new Canvas();
        canvas.load(Pictures.row(0, 51, 255, 255, 204, 0));
        float[] target = new float[8];
        new Normalisation(List.of(0.5, 0.2, 0.0), List.of(0.5, 0.25, 2.0)).write(canvas, target, 1);
        assertThat(target).containsExactly(0, -1, 0, 0.5f, 1, (0.8f - 0.2f) / 0.25f, 0, 0);
    }

    @Test
    void gives_every_level_back() {
        byte[] levels = new byte[3 * 256];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) (i / 3);
        }
        Canvas canvas = new Canvas();
        canvas.load(new Image(1, 256, 3, levels));
        float[] target = new float[levels.length + 1];
        Normalisation.IMAGENET.write(canvas, target, 1);
        assertThat(Normalisation.IMAGENET.levels(target, 1, levels.length)).isEqualTo(levels);
    }

    @Test
    void is_equal_by_its_numbers() {
        assertThat(new Normalisation(List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225)))
                .isEqualTo(Normalisation.IMAGENET)
                .hasSameHashCodeAs(Normalisation.IMAGENET)
                .isNotEqualTo(Normalisation.CIFAR10);
    }

    @Test
    void refuses_two_channels_and_a_deviation_of_0() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Normalisation(List.of(0.5, 0.5), List.of(1.0, 1.0)))
                .withMessageContaining("[0.5, 0.5]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Normalisation(List.of(0.5, 0.5, 0.5), List.of(1.0, 0.0, 1.0)))
                .withMessageContaining("0.0");
    }
}
