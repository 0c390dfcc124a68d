package io.semisup4j.paws.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.semisup4j.data.pipeline.LoaderOptions;
import io.semisup4j.evaluation.encode.PictureEncoder;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.paws.config.BatchConfig;
import io.semisup4j.paws.config.LinearConfig;
import io.semisup4j.paws.config.NetConfig;
import io.semisup4j.paws.config.OptimisationConfig;
import io.semisup4j.paws.config.SnnFineTuneConfig;
import io.semisup4j.paws.config.SoftNnConfig;
import io.semisup4j.paws.finetune.SnnFineTuneStep;
import io.semisup4j.paws.loss.SuncetLoss;
import io.semisup4j.paws.program.EvaluationMemory.Pictures;
import io.semisup4j.training.memory.BatchMemory;
import io.semisup4j.training.memory.MemoryNeed.Place;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What follows a pre-training, on machines and data sets that exist in words only. */
class FollowingMemoryTest {
    private static final StageMemory ALONE = new StageMemory(LoaderOptions.threads(1), 1);
    private static final Encoder SMALL = new NetConfig("wide_resnet10w1", 16, true).encoder();
    private static final Pictures FEW = new Pictures(16, 40, 30, 4);
    private static final Pictures IMAGENET = new Pictures(16, 128_000, 50_000, 1000);
    private static final SoftNnConfig PUBLISHED = new SoftNnConfig(true, 0.1, 16, SoftNnConfig.CHUNK);

    private static BatchMemory snn(BatchConfig batch) {
        return ALONE.snnFineTuning(SnnFineTuneConfig.cifar(), batch, "batch", 16, SMALL, FEW);
    }

    private static BatchMemory linear(int batch, int refreshEpochs) {
        OptimisationConfig optimisation = LinearConfig.cached(16, 1).optimisation();
        return ALONE.linear(new LinearConfig(batch, 16, refreshEpochs, optimisation), SMALL, FEW);
    }

    private static BatchMemory softNn(int chunk) {
        return ALONE.softNn(new SoftNnConfig(true, 0.1, 16, chunk), SMALL, IMAGENET);
    }

    @Test
    void what_fits_passes() {
        Stream.of(snn(new BatchConfig(1, 4, 16, 2)), linear(4096, 0), softNn(8192))
                .forEach(memory -> assertThatCode(() ->
                                memory.require(Refusal.machine(memory.need().total())))
                        .doesNotThrowAnyException());
    }

    @Test
    void soft_nearest_neighbour_fine_tuning_is_refused_with_the_supports_that_fit() {
        BatchConfig batch = new BatchConfig(1, 8, 16, 2);
        long limit = snn(batch).need().total() * 3 / 4;
        Refusal refusal = Refusal.of(snn(batch), limit);
        assertThat(refusal.words())
                .startsWith("Soft nearest-neighbour fine-tuning does not fit into the memory:"
                        + " one step reads 256 views of 16 pixels");
        int images = refusal.value("batch.supportImages");
        int classes = refusal.value("batch.supportClasses");
        assertThat(images).as("not needlessly small").isBetween(8, 15);
        assertThat(classes).as("not needlessly small").isBetween(4, 7);
        assertThat(snn(batch.withSupports(8, images)).need().total()).isLessThanOrEqualTo(limit);
        assertThat(snn(batch.withSupports(classes, 16)).need().total()).isLessThanOrEqualTo(limit);
    }

    @Test
    void a_fine_tuning_batch_in_which_nothing_has_a_neighbour_is_not_named() {
        BatchConfig two = new BatchConfig(1, 2, 2, 1);
        assertThat(Refusal.of(snn(two), snn(two).need().total() - 1).words()).doesNotContain("-Dset");
    }

    @Test
    void the_linear_classifier_is_refused_with_the_batch_that_fits() {
        long limit = linear(1_000_000, 0).need().total() * 3 / 4;
        Refusal refusal = Refusal.of(linear(1_000_000, 0), limit);
        assertThat(refusal.words())
                .startsWith(
                        "The linear classifier does not fit into the memory: one step reads 1,000,000 times 64 features");
        int batch = refusal.value("linear.batch");
        assertThat(batch).as("not needlessly small").isBetween(500_000, 999_999);
        assertThat(linear(batch, 0).need().total()).isLessThanOrEqualTo(limit);
    }

    @Test
    void features_that_are_computed_anew_take_the_memory_twice() {
        long encoder = PictureEncoder.measure(SMALL, PictureEncoder.Output.FEATURES, 16)
                .bytes();
        assertThat(linear(8, 5).need().total() - linear(8, 0).need().total())
                .isEqualTo(encoder + Float.BYTES * 40 * 64);
    }

    @Test
    void soft_nearest_neighbours_are_refused_with_the_chunk_that_fits() {
        long limit = softNn(100_000).need().total() * 3 / 4;
        Refusal refusal = Refusal.of(softNn(100_000), limit);
        assertThat(refusal.words())
                .startsWith("Soft nearest-neighbour evaluation does not fit into the memory: one step reads 100,000 of"
                        + " 128,000 supports of 16 pixels for 50,000 test pictures");
        int chunk = refusal.value("softNn.chunk");
        assertThat(chunk).as("not needlessly small").isBetween(1, 99_999);
        assertThat(softNn(chunk).need().total()).isLessThanOrEqualTo(limit);
        assertThat(softNn(chunk * 20 / 19 + 2).need().total()).isGreaterThan(limit);
    }

    @Test
    void the_memory_of_soft_nearest_neighbours_does_not_grow_with_the_supports_beyond_a_chunk() {
        Pictures more = new Pictures(16, 1_281_167, 50_000, 1000);
        assertThat(ALONE.softNn(PUBLISHED, SMALL, more).need())
                .isEqualTo(ALONE.softNn(PUBLISHED, SMALL, IMAGENET).need());
        Pictures fewer = new Pictures(16, 100, 50_000, 1000);
        assertThat(ALONE.softNn(PUBLISHED, SMALL, fewer).need().total())
                .isLessThan(ALONE.softNn(PUBLISHED, SMALL, IMAGENET).need().total());
    }

    /** 16 numbers an embedding, 50,000 test pictures, 1,000 classes, 8,192 supports at a time, 1,024 queries a block. */
    @Test
    void the_memory_of_soft_nearest_neighbours_is_that_of_its_arrays() {
        PictureEncoder.Output output = PictureEncoder.Output.PREDICTION;
        long encoder = PictureEncoder.measure(SMALL, output, 16).bytes();
        long queries = 50_000L * (16 + 16 + 1 + 1000 + 1000);
        long supports = 8192L * (16 + 16 + 1000 + 1024);
        assertThat(softNn(8192).need().at(Place.TENSORS)).isEqualTo(encoder + 4 * (queries + supports));
        assertThat(softNn(8192).need().at(Place.HEAP)).isEqualTo(8 * 50_000_000L + 3 * 4 * 400L * 16 * 16 * 3);
    }

    @Test
    void the_step_of_fine_tuning_takes_what_was_measured_before() {
        BatchConfig batch = new BatchConfig(1, 4, 2, 2);
        assertThat(snn(batch).need().items().get(0).bytes())
                .isEqualTo(SnnFineTuneStep.measure(SMALL, new SuncetLoss(0.1), batch.labels(1, 0), 16)
                        .plan()
                        .arenaBytes());
    }
}
