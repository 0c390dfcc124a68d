package io.semisup4j.paws.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.semisup4j.data.pipeline.LoaderOptions;
import io.semisup4j.engine.runtime.FreeMemory;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.paws.config.BatchConfig;
import io.semisup4j.paws.config.LossConfig;
import io.semisup4j.paws.config.NetConfig;
import io.semisup4j.paws.config.OptimisationConfig;
import io.semisup4j.paws.config.PawsConfig;
import io.semisup4j.paws.config.ViewsConfig;
import io.semisup4j.paws.pretrain.BatchShape;
import io.semisup4j.paws.pretrain.PawsForward;
import io.semisup4j.training.memory.MemoryException;
import io.semisup4j.training.memory.MemoryLimits;
import io.semisup4j.training.memory.MemoryNeed;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.net.TrainingPlan;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

class MemoryCheckTest {
    private static final LoaderOptions LOADING = LoaderOptions.threads(2);
    private static final long PLENTY = Long.MAX_VALUE;
    private static final PawsConfig SMALL = new PawsConfig(
            new NetConfig("wide_resnet10w1", 16, true),
            new ViewsConfig(32, 0.75, 1, 2, 16, 0.3, 0.75, 0.5),
            new BatchConfig(64, 4, 8, 2),
            LossConfig.published(),
            OptimisationConfig.lars(2, 1, 0.1, 0.1, 0.1));

    private static MemoryCheck check(PawsConfig config, long heap, long tensors, long process, long machine) {
        return new MemoryCheck(config, LOADING, 1, new MemoryLimits(new FreeMemory(heap, tensors, process, machine)));
    }

    private static MemoryNeed need(PawsConfig config) {
        return new PretrainingMemory(config, LOADING, 1).need();
    }

    @Test
    void the_plan_takes_what_was_measured_before() {
        Encoder encoder = SMALL.net().encoder();
        BatchShape shape = SMALL.batch().shape(2);
        TrainedNet net = new TrainedNet(NetState.zeros(encoder.layout(), DataType.FLOAT));
        TrainingPlan plan = PawsForward.compile(encoder, net, SMALL.loss().loss(2), shape, 32, 16, 4);
        MemoryNeed need = need(SMALL);
        assertThat(need.items().get(0).bytes()).isEqualTo(plan.plan().memory().arenaBytes());
        long inputs = plan.plan().inputNames().stream()
                .mapToLong(name -> plan.plan().input(name).length())
                .sum();
        assertThat(need.items().get(1).bytes()).isEqualTo(4 * inputs);
    }

    @Test
    void two_devices_take_everything_twice_but_the_evaluation() {
        MemoryNeed one = need(SMALL);
        MemoryNeed two = new PretrainingMemory(SMALL, LOADING, 2).need();
        long evaluation = one.items().get(one.items().size() - 1).bytes();
        assertThat(two.total() - evaluation).isEqualTo(2 * (one.total() - evaluation));
        assertThat(new PretrainingMemory(SMALL, LOADING, 2).step()).endsWith("on each of 2 devices");
    }

    @Test
    void what_fits_passes() {
        MemoryNeed need = need(SMALL);
        long heap = need.at(MemoryNeed.Place.HEAP);
        long tensors = need.at(MemoryNeed.Place.TENSORS);
        assertThatCode(() ->
                        check(SMALL, heap, tensors, need.total(), need.total()).require())
                .doesNotThrowAnyException();
    }

    @Test
    void every_limit_is_told_with_its_switch() {
        MemoryNeed need = need(SMALL);
        MemoryCheck check = check(
                SMALL,
                need.at(MemoryNeed.Place.HEAP) - 1,
                need.at(MemoryNeed.Place.TENSORS) - 1,
                need.total() - 1,
                need.total() - 1);
        assertThat(refusal(check))
                .contains("one step reads 64 images and 32 supports in 320 views (192 of 32 pixels, 128 of 16)")
                .contains("-Xmx", "javacpp.maxbytes", "javacpp.maxphysicalbytes", "the machine has");
    }

    @Test
    void every_setting_that_is_named_fits() {
        long limit = need(SMALL).total() * 85 / 100;
        String refusal = refusal(check(SMALL, PLENTY, PLENTY, PLENTY, limit));
        int images = number(refusal, "images");
        int supports = number(refusal, "supportImages");
        int large = number(refusal, "largeSize");
        int small = number(refusal, "smallSize");
        assertFits(SMALL.withBatch(SMALL.batch().withImages(images)), limit);
        assertFits(SMALL.withBatch(SMALL.batch().withSupports(4, supports)), limit);
        assertFits(SMALL.withViews(SMALL.views().withSizes(large, small)), limit);
        assertThat(images).as("not needlessly small").isBetween(20, 63);
    }

    @Test
    void where_no_single_setting_is_enough_several_are_named_together() {
        PawsConfig fixed = SMALL.withBatch(new BatchConfig(1, 1, 1, 1))
                .withViews(SMALL.views().withSmallCrops(0));
        long limit = need(fixed).total() + (need(SMALL).total() - need(fixed).total()) / 16;
        String refusal = refusal(check(SMALL, PLENTY, PLENTY, PLENTY, limit));
        BatchConfig batch = SMALL.batch()
                .withImages(number(refusal, "images"))
                .withSupports(number(refusal, "supportClasses"), number(refusal, "supportImages"));
        assertFits(SMALL.withBatch(batch), limit);
    }

    @Test
    void a_network_that_is_too_large_by_itself_is_told() {
        assertThat(refusal(check(SMALL, PLENTY, PLENTY, PLENTY, 100_000))).contains("choose a smaller backbone");
    }

    /** 2 terabytes: answered by arithmetic alone, before anything is allocated. */
    @Test
    void the_published_batch_of_64_devices_on_one_is_refused_in_words() {
        PawsConfig published = new PawsConfig(
                new NetConfig("resnet50", 2048, true),
                new ViewsConfig(224, 0.14, 1, 6, 96, 0.05, 0.14, 1),
                new BatchConfig(4096, 960, 7, 1),
                LossConfig.published(),
                OptimisationConfig.lars(100, 10, 0.3, 6.4, 0.064));
        long gigabytes = 1_000_000_000;
        String refusal = refusal(check(published, 4 * gigabytes, 16 * gigabytes, 20 * gigabytes, 18 * gigabytes));
        assertThat(refusal)
                .contains("4,096 images and 6,720 supports in 39,488 views (14,912 of 224 pixels, 24,576 of 96)")
                .contains("the machine has 18.0 GB left")
                .contains("an array of 2,244,673,536 numbers")
                .contains("-Dset.paws.batch.images=");
    }

    private static void assertFits(PawsConfig config, long limit) {
        assertThatCode(() -> check(config, PLENTY, PLENTY, PLENTY, limit).require())
                .as(config.toString())
                .doesNotThrowAnyException();
    }

    private static String refusal(MemoryCheck check) {
        return catchThrowableOfType(MemoryException.class, check::require).getMessage();
    }

    private static int number(String text, String setting) {
        Matcher found = Pattern.compile("\\." + setting + "=(\\d+)").matcher(text);
        assertThat(found.find()).as(setting + " in: " + text).isTrue();
        return Integer.parseInt(found.group(1));
    }
}
