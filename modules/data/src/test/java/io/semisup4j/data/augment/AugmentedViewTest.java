package io.semisup4j.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.semisup4j.data.image.Image;
import io.semisup4j.data.random.Draws;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AugmentedViewTest {
    private final Image picture = Pictures.noise(new Random(Pictures.SEED), 40, 36);

    @Test
    void writes_all_of_its_floats_and_no_other() {
        AugmentedView view = PawsViews.cifarLarge().withSize(20).toView();
        float[] target = new float[view.length() + 2];
        Arrays.fill(target, 1000);
        view.apply(picture, Draws.of(1, 2, 3, 4), target, 1);
        assertThat(view.length()).isEqualTo(20 * 20 * 3);
        assertThat(target[0]).isEqualTo(1000);
        assertThat(target[target.length - 1]).isEqualTo(1000);
        for (int i = 1; i <= view.length(); i++) {
            assertThat(target[i]).isBetween(-5f, 5f);
        }
    }

    @Test
    void depends_on_nothing_but_picture_and_draws_whatever_the_threads() {
        AugmentedView view = PawsViews.imageNetSmall().withSize(24).toView();
        List<float[]> alone =
                IntStream.range(0, 64).mapToObj(i -> view(view, i)).toList();
        List<float[]> together =
                IntStream.range(0, 64).parallel().mapToObj(i -> view(view, i)).toList();
        for (int i = 0; i < 64; i++) {
            assertThat(together.get(i))
                    .as("seed %d, index %d", Pictures.SEED, i)
                    .isEqualTo(alone.get(i));
        }
        assertThat(alone.get(0)).isNotEqualTo(alone.get(1));
    }

    @Test
    void without_random_steps_is_the_normalised_picture() {
        Image square = Pictures.noise(new Random(Pictures.SEED), 32, 32);
        NetworkInput input = NetworkInput.of(PawsViews.cifarEvaluation().toView(), square, Draws.of(0, 0, 0, 0));
        Canvas canvas = new Canvas();
        canvas.load(square);
        assertThat(input.values())
                .isEqualTo(NetworkInput.of(canvas, Normalisation.CIFAR10).values());
    }

    @Test
    void refuses_augmentations_that_do_not_lead_to_its_size() {
        AugmentedView view = new AugmentedView(32, 32, List.of(new CenterCrop(30, 30)), Normalisation.CIFAR10);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> view.apply(picture, Draws.of(0, 0, 0, 0), new float[view.length()], 0))
                .withMessageContaining("30 x 30")
                .withMessageContaining("32 x 32");
    }

    @Test
    void recipes_refuse_values_out_of_range_by_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PawsViews.cifarLarge()
                        .withAppearance(PawsViews.cifarLarge().appearance().withJitterStrength(-1)))
                .withMessageContaining("strength")
                .withMessageContaining("-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PawsViews.imageNetEvaluation().withSize(200, 224))
                .withMessageContaining("200")
                .withMessageContaining("224");
    }

    private float[] view(AugmentedView view, int index) {
        return NetworkInput.of(view, picture, Draws.of(Pictures.SEED, 0, index, 0))
                .values();
    }
}
