package io.semisup4j.paws.program;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.semisup4j.data.dataset.LabeledImages;
import io.semisup4j.data.image.Image;
import io.semisup4j.data.pipeline.LoaderOptions;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.paws.config.BatchConfig;
import io.semisup4j.paws.config.LinearConfig;
import io.semisup4j.paws.config.NetConfig;
import io.semisup4j.paws.config.OptimisationConfig;
import io.semisup4j.paws.config.RunConfig;
import io.semisup4j.paws.config.SnnFineTuneConfig;
import io.semisup4j.paws.config.SoftNnConfig;
import io.semisup4j.paws.config.ViewsConfig;
import io.semisup4j.training.loop.StopSignal;
import io.semisup4j.training.memory.BatchMemory;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.stage.Saving;
import io.semisup4j.training.stage.StageRunner;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.slf4j.LoggerFactory;

/** The programs after a pre-training ask for their memory before they take it. */
class FollowingProgramsTest {
    private static final RunConfig RUN = new RunConfig(1, 0, 1, 0);
    private static final LoaderOptions LOADING = LoaderOptions.threads(0);
    private static final SnnFineTuneConfig ONE_EPOCH =
            new SnnFineTuneConfig(1, 2, 0.1, 0.1, 0.01, SnnFineTuneConfig.Selection.LAST);
    private static final PawsData DATA = SmallPictures.data(new ViewsConfig(12, 0.75, 1, 1, 8, 0.3, 0.75, 0.5));

    private final Encoder encoder = new NetConfig("wide_resnet10w1", 8, false).encoder();
    private final TrainedNet net = new TrainedNet(NetState.initial(encoder.layout(), 1, DataType.FLOAT));
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();
    private final Logger log = (Logger) LoggerFactory.getLogger(BatchMemory.class);

    @TempDir
    Path temp;

    @BeforeEach
    void listen() {
        said.start();
        log.setLevel(Level.INFO);
        log.addAppender(said);
    }

    @AfterEach
    void listenNoMore() {
        log.detachAppender(said);
        log.setLevel(null);
    }

    private StageRunner runner() {
        return new StageRunner(temp.resolve("checkpoints"), List.of(), new StopSignal(), Saving.everyEpoch(0));
    }

    private SnnFineTuning snn(int supportImages) {
        return new SnnFineTuning(ONE_EPOCH, new BatchConfig(1, 2, supportImages, 1), "batch", DATA, RUN);
    }

    private LinearEvaluation linear(int batch) {
        OptimisationConfig optimisation = new OptimisationConfig(1, 0, 0.1, 0.1, 0, 0.9, true, 0, false);
        return new LinearEvaluation(new LinearConfig(batch, 12, 0, optimisation), DATA, RUN);
    }

    private void assertSaid(String words) {
        assertThat(said.list).extracting(ILoggingEvent::getFormattedMessage).anySatisfy(message -> assertThat(message)
                .contains(words, "; it takes ", " MB ("));
    }

    @Test
    void soft_nearest_neighbour_fine_tuning_that_fits_says_what_it_takes() {
        assertThat(snn(2).train(encoder, net, runner()).finished()).isTrue();
        assertSaid("Soft nearest-neighbour fine-tuning: one step reads 4 views of 12 pixels");
    }

    @Test
    void soft_nearest_neighbour_fine_tuning_with_too_large_a_batch_does_not_begin() {
        Refusal refusal = Refusal.of(() -> snn(10_000_000).train(encoder, net, runner()));
        assertThat(refusal.value("batch.supportImages")).isBetween(2, 9_999_999);
    }

    @Test
    void a_linear_classifier_that_fits_says_what_it_takes() {
        assertThat(linear(2).run(encoder, net.state(), runner())).isPresent();
        assertSaid("The linear classifier: one step reads 2 times 64 features");
    }

    @Test
    void a_linear_classifier_with_too_large_a_batch_does_not_begin() {
        Refusal refusal = Refusal.of(() -> linear(2_000_000_000).run(encoder, net.state(), runner()));
        assertThat(refusal.value("linear.batch")).isBetween(1, 1_999_999_999);
    }

    private SoftNnEvaluation softNn(PawsData data) {
        return SoftNnEvaluation.program(encoder, net.state(), data, new SoftNnConfig(false, 0.1, 12, 3), LOADING);
    }

    @Test
    void soft_nearest_neighbours_that_fit_say_what_they_take() {
        assertThat(softNn(DATA).measure().top5()).isOne();
        assertSaid("Soft nearest-neighbour evaluation: one step reads 3 of 4 supports of 12 pixels for 10 test");
    }

    @Test
    void soft_nearest_neighbours_of_too_many_pictures_do_not_begin() {
        PawsData many = new PawsData(
                DATA.train(), DATA.labelled(), new Many(), DATA.large(), DATA.small(), DATA.basic(), DATA.plain());
        assertThat(Refusal.of(() -> softNn(many)).words())
                .startsWith("Soft nearest-neighbour evaluation does not fit into the memory: one step reads 3 of 4");
    }

    /** As many as a number can say. */
    private static final class Many implements LabeledImages {
        @Override
        public int size() {
            return Integer.MAX_VALUE;
        }

        @Override
        public List<String> classes() {
            return DATA.test().classes();
        }

        @Override
        public int label(int index) {
            return 0;
        }

        @Override
        public Image image(int index) {
            return DATA.test().image(0);
        }
    }
}
