package io.semisup4j.paws.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The published constants of PAWS on CIFAR-10, as literal values. */
class PublishedConfigTest {
    private final PawsConfig cifar = PawsConfig.cifar();

    @Test
    void the_network_is_a_wide_resnet_without_prediction_head() {
        assertThat(cifar.net()).isEqualTo(new NetConfig("wide_resnet28w2", 128, false));
    }

    @Test
    void two_large_and_six_small_views_are_seen() {
        assertThat(cifar.views()).isEqualTo(new ViewsConfig(32, 0.75, 1.0, 6, 18, 0.3, 0.75, 0.5));
    }

    @Test
    void a_step_sees_256_images_and_two_views_of_640_supports() {
        assertThat(cifar.batch()).isEqualTo(new BatchConfig(256, 10, 64, 2));
        assertThat(cifar.batch().shape(6).supports()).isEqualTo(1280);
        assertThat(cifar.batch().shape(6).rows()).isEqualTo(1280 + 8 * 256);
    }

    @Test
    void the_loss_has_temperature_a_tenth_and_sharpens_to_a_quarter() {
        assertThat(cifar.loss()).isEqualTo(new LossConfig(0.1, 0.25, true, 0.1));
    }

    @Test
    void lars_warms_up_for_ten_of_600_epochs() {
        assertThat(cifar.optimisation())
                .isEqualTo(new OptimisationConfig(600, 10, 0.8, 3.2, 0.032, 0.9, false, 1e-6, true));
    }

    @Test
    void fine_tuning_takes_30_epochs_of_six_steps() {
        assertThat(SnnFineTuneConfig.cifar()).isEqualTo(new SnnFineTuneConfig(30, 6, 0.1, 0.1, 0.01, SnnFineTuneConfig.Selection.PUBLISHED));
    }

    @Test
    void impossible_combinations_are_told_in_sentences() {
        assertThat(OptimisationConfig.lars(5, 6, 0.1, 1, 0).problems())
                .singleElement()
                .asString()
                .contains("6", "5");
        assertThat(new NetConfig("resnet49", 64, false).problems())
                .singleElement()
                .asString()
                .contains("resnet49", "resnet50");
        assertThat(new CifarConfig(7, cifar, new RunConfig(0, 0, 1, 0)).problems())
                .singleElement()
                .asString()
                .contains("7", "152");
    }
}
