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
        assertThat(SnnFineTuneConfig.cifar())
                .isEqualTo(new SnnFineTuneConfig(30, 6, 0.1, 0.1, 0.01, SnnFineTuneConfig.Selection.PUBLISHED));
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

    @Test
    void imagenet_is_trained_on_64_devices() {
        PawsConfig imagenet = PawsConfig.imagenet();

        assertThat(imagenet.net()).isEqualTo(new NetConfig("resnet50", 2048, true));
        assertThat(imagenet.views()).isEqualTo(new ViewsConfig(224, 0.14, 1, 6, 96, 0.05, 0.14, 1));
        assertThat(imagenet.batch()).isEqualTo(new BatchConfig(64, 15, 7, 1, true));
        assertThat(imagenet.loss()).isEqualTo(new LossConfig(0.1, 0.25, true, 0.1));
        assertThat(imagenet.optimisation())
                .isEqualTo(new OptimisationConfig(100, 10, 0.3, 6.4, 0.064, 0.9, false, 1e-6, true));
        assertThat(64 * imagenet.batch().images()).isEqualTo(4096);
        assertThat(64 * imagenet.batch().shape(6).supports()).isEqualTo(6720);
    }

    @Test
    void simclr_ct_is_trained_with_two_supports_of_each_of_20_shared_classes() {
        SimclrCtConfig simclrCt = SimclrCtConfig.imagenet();

        assertThat(simclrCt.net()).isEqualTo(new NetConfig("resnet50", 2048, false));
        assertThat(simclrCt.views().largeSize()).isEqualTo(224);
        assertThat(simclrCt.views().largeMinScale()).isEqualTo(0.08);
        assertThat(simclrCt.views().smallCrops()).isZero();
        assertThat(simclrCt.views().jitter()).isEqualTo(1);
        assertThat(simclrCt.batch()).isEqualTo(new BatchConfig(44, 20, 2, 1, false));
        assertThat(simclrCt.temperature()).isEqualTo(0.1);
        assertThat(simclrCt.supervisedEpochs()).isEqualTo(100);
        assertThat(simclrCt.optimisation())
                .isEqualTo(new OptimisationConfig(100, 10, 0.6, 4.8, 0.048, 0.9, false, 1e-6, true));
    }

    @Test
    void cross_entropy_fine_tuning_takes_50_epochs_of_nesterov_on_four_devices() {
        FineTuneConfig imagenet = FineTuneConfig.imagenet();

        assertThat(imagenet.batch()).isEqualTo(4 * 256);
        assertThat(imagenet.statisticsGroups()).isEqualTo(4);
        assertThat(imagenet.size()).isEqualTo(224);
        assertThat(imagenet.optimisation())
                .isEqualTo(new OptimisationConfig(50, 0, 0.02, 0.02, 0, 0.9, true, 0, false));
    }

    @Test
    void soft_nearest_neighbours_of_imagenet_compare_predictions() {
        assertThat(SoftNnConfig.imagenet(true)).isEqualTo(new SoftNnConfig(true, 0.1, 224, 8192));
        assertThat(SoftNnConfig.cifar()).isEqualTo(new SoftNnConfig(false, 0.1, 32, 8192));
    }

    @Test
    void classes_of_their_own_are_refused_on_cifar() {
        PawsConfig unique = cifar.withBatch(new BatchConfig(256, 10, 64, 2, true));

        assertThat(new CifarConfig(152, unique, new RunConfig(0, 0, 1, 0)).problems())
                .singleElement()
                .asString()
                .contains("uniqueClasses");
    }

    @Test
    void a_list_of_labels_needs_a_name() {
        assertThat(new LabelsConfig(LabelsConfig.Source.LIST, "", 0.9, "").problems())
                .singleElement()
                .asString()
                .contains("COINFLIP", "ALL");
    }
}
