package io.semisup4j.paws.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.semisup4j.data.pipeline.LoaderOptions;
import io.semisup4j.nets.backbones.Backbones;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.paws.config.BatchConfig;
import io.semisup4j.paws.config.FineTuneConfig;
import io.semisup4j.paws.config.NetConfig;
import io.semisup4j.paws.config.OptimisationConfig;
import io.semisup4j.paws.config.SimclrCtConfig;
import io.semisup4j.paws.config.SupervisedConfig;
import io.semisup4j.paws.config.ViewsConfig;
import io.semisup4j.training.memory.BatchMemory;
import io.semisup4j.training.memory.MemoryNeed;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.schedule.Constant;
import io.semisup4j.training.supervised.CrossEntropyStep;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

class StageMemoryTest {
    private static final StageMemory ALONE = new StageMemory(LoaderOptions.threads(1), 1);
    private static final OptimisationConfig SHORT = OptimisationConfig.lars(1, 0, 0.1, 0.1, 0.1);
    private static final Encoder CLASSIFIER = Encoder.linearClassifier(Backbones.named("wide_resnet10w1"), 4);
    private static final SimclrCtConfig SIMCLR_CT = new SimclrCtConfig(
            new NetConfig("wide_resnet10w1", 16, false),
            new ViewsConfig(16, 0.5, 1, 0, 8, 0.3, 0.5, 0.5),
            new BatchConfig(64, 4, 2, 1),
            0.1,
            1,
            SHORT);

    private static BatchMemory baseline(int batch) {
        return ALONE.baseline(new SupervisedConfig(batch, SHORT), 16, CLASSIFIER, 4);
    }

    private static BatchMemory fineTuning(int batch, int groups) {
        return ALONE.fineTuning(new FineTuneConfig(batch, groups, 16, SHORT), CLASSIFIER, 4);
    }

    private static long total(BatchMemory memory) {
        return memory.need().total();
    }

    @Test
    void the_plan_of_a_supervised_step_takes_what_was_measured_before() {
        TrainedNet net = new TrainedNet(NetState.zeros(CLASSIFIER.layout(), DataType.FLOAT));
        CrossEntropyStep step = new CrossEntropyStep(
                CLASSIFIER,
                net,
                CrossEntropyStep.Layout.whole(8, 16, 16, 3),
                4,
                net.optimiser(SHORT.settings()),
                new Constant(0.1),
                number -> null);
        MemoryNeed need = baseline(8).need();
        assertThat(need.items().get(0).bytes()).isEqualTo(step.memory().arenaBytes());
    }

    @Test
    void what_fits_passes() {
        for (BatchMemory memory : new BatchMemory[] {ALONE.simclrCt(SIMCLR_CT), fineTuning(64, 4), baseline(64)}) {
            assertThatCode(() -> memory.require(Refusal.machine(total(memory)))).doesNotThrowAnyException();
        }
    }

    @Test
    void the_batch_that_is_named_fits_and_is_not_needlessly_small() {
        Refusal refusal = Refusal.of(baseline(64), total(baseline(64)) * 3 / 4);
        int named = refusal.value("supervised.batch");
        assertThat(refusal.words()).contains("The supervised baseline does not fit", "64 views of 16 pixels");
        assertThat(named).isBetween(32, 63);
        assertThat(total(baseline(named))).isLessThanOrEqualTo(total(baseline(64)) * 3 / 4);
    }

    @Test
    void simclr_ct_is_refused_with_the_number_of_images_that_fits() {
        BatchMemory memory = ALONE.simclrCt(SIMCLR_CT);
        Refusal refusal = Refusal.of(memory, total(memory) * 3 / 4);
        assertThat(refusal.words())
                .startsWith("SimCLR+CT pre-training does not fit into the memory: one step reads 136 views");
        assertThat(refusal.value("simclrCt.batch.images")).isBetween(24, 63);
    }

    /** Matrices of the losses would have 4e14 numbers: answered by arithmetic alone. */
    @Test
    void simclr_ct_with_a_mistyped_number_of_images_is_refused_and_not_laid_out_in_arrays() {
        SimclrCtConfig mistyped = new SimclrCtConfig(
                SIMCLR_CT.net(), SIMCLR_CT.views(), SIMCLR_CT.batch().withImages(10_000_000), 0.1, 1, SHORT);
        Refusal refusal = Refusal.of(ALONE.simclrCt(mistyped), 1_000_000_000);
        assertThat(refusal.value("simclrCt.batch.images")).isBetween(1, 100_000);
    }

    @Test
    void a_batch_with_statistics_of_its_parts_stays_a_multiple_of_them() {
        Refusal refusal = Refusal.of(fineTuning(64, 4), total(fineTuning(64, 4)) * 3 / 4);
        assertThat(refusal.value("fineTuning.batch") % 4).isZero();
    }

    @Test
    void no_batch_of_one_image_is_named_where_fine_tuning_needs_two() {
        long one = fineTuning(1, 1).need().total();
        assertThat(Refusal.of(fineTuning(3, 1), one).words()).doesNotContain("-Dset");
    }

    @Test
    void a_network_that_is_too_large_by_itself_is_told() {
        assertThat(Refusal.of(baseline(8), 1000).words()).contains("choose a smaller backbone");
    }
}
