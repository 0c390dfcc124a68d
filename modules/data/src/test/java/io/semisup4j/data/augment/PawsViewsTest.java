package io.semisup4j.data.augment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The published table, written out once more. */
class PawsViewsTest {
    @Test
    void crops_are_the_published_ones() {
        assertThat(PawsViews.imageNetLarge().crop()).isEqualTo(RandomResizedCrop.square(224, 0.14, 1));
        assertThat(PawsViews.imageNetOnlyLarge().crop()).isEqualTo(RandomResizedCrop.square(224, 0.08, 1));
        assertThat(PawsViews.imageNetSmall().crop()).isEqualTo(RandomResizedCrop.square(96, 0.05, 0.14));
        assertThat(PawsViews.cifarLarge().crop()).isEqualTo(RandomResizedCrop.square(32, 0.75, 1));
        assertThat(PawsViews.cifarOnlyLarge().crop()).isEqualTo(RandomResizedCrop.square(32, 0.5, 1));
        assertThat(PawsViews.cifarSmall().crop()).isEqualTo(RandomResizedCrop.square(18, 0.3, 0.75));
    }

    @Test
    void imagenet_views_blur_and_never_solarize() {
        assertThat(PawsViews.imageNetLarge().steps())
                .containsExactly(
                        RandomResizedCrop.square(224, 0.14, 1),
                        new Sometimes(0.5, new HorizontalFlip()),
                        new Sometimes(0.8, new ColorJitter(0.8, 0.8, 0.8, 0.2)),
                        new Sometimes(0.2, new Grayscale()),
                        new Sometimes(0.5, new RandomBlur(0.1, 2)));
    }

    @Test
    void cifar_views_solarize_and_equalize_and_never_blur() {
        assertThat(PawsViews.cifarSmall().steps())
                .containsExactly(
                        RandomResizedCrop.square(18, 0.3, 0.75),
                        new Sometimes(0.5, new HorizontalFlip()),
                        new Sometimes(0.8, new ColorJitter(0.4, 0.4, 0.4, 0.1)),
                        new Sometimes(0.2, new RandomSolarize()),
                        new Sometimes(0.2, new Equalize()));
    }

    @Test
    void fine_tuning_and_evaluation_leave_colours_alone() {
        assertThat(PawsViews.imageNetFineTuning().steps())
                .containsExactly(RandomResizedCrop.square(224, 0.08, 1), new Sometimes(0.5, new HorizontalFlip()));
        assertThat(PawsViews.cifarFineTuning().steps())
                .containsExactly(new CenterCrop(32, 32), new Sometimes(0.5, new HorizontalFlip()));
        assertThat(PawsViews.imageNetEvaluation().steps())
                .containsExactly(new ResizeShorterSide(256, ResampleFilter.BILINEAR), new CenterCrop(224, 224));
        assertThat(PawsViews.cifarEvaluation().steps()).containsExactly(new CenterCrop(32, 32));
    }

    @Test
    void normalisation_is_that_of_the_data_set() {
        assertThat(PawsViews.imageNetSmall().normalisation()).isEqualTo(Normalisation.IMAGENET);
        assertThat(PawsViews.cifarEvaluation().normalisation()).isEqualTo(Normalisation.CIFAR10);
    }
}
