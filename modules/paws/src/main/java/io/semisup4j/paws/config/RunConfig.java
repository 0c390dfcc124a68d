package io.semisup4j.paws.config;

import io.semisup4j.config.Incidental;
import io.semisup4j.config.SelfChecking;
import io.semisup4j.data.pipeline.LoaderOptions;
import io.semisup4j.training.loop.Beginning;
import io.semisup4j.training.loop.SaveSchedule;
import io.semisup4j.training.loop.Stage;
import io.semisup4j.training.net.TrainedNet;
import io.semisup4j.training.optimiser.Sgd;
import io.semisup4j.training.pretrained.PretrainedStart;
import io.semisup4j.training.stage.Saving;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.util.List;

/**
 * How a run is carried out; nothing here changes what is learnt but the seed and the weights that it begins with.
 *
 * @param seed of first weights, of all views, and of the labelled images where these are drawn
 * @param loaderThreads threads that make views, for all devices together; 0 makes them between the steps
 * @param evaluateEpochs the accuracy is measured every so many epochs, and at the end
 * @param saveSteps the state is saved every so many steps, and at the end of every epoch; 0 for epochs only
 * @param keepLast how many of the newest saved states of a stage are kept; the one with the best measured accuracy
 *     stays beside them
 * @param keepEpochs the states at the end of every so many epochs are kept for good; 0 for none
 * @param limitIterations every stage ends after so many steps, its schedule unchanged; 0 for all of them
 * @param initFrom pre-training begins with these weights, at step 0 and with a fresh optimiser: a run folder, a {@code
 *     .safetensors} file or an official checkpoint; null for new weights
 * @param continueFrom pre-training goes on with the weights, the optimiser and the epoch of this official checkpoint;
 *     null for none
 */
public record RunConfig(
        long seed,
        @Incidental @Min(0) int loaderThreads,
        @Min(1) int evaluateEpochs,
        @Incidental @Min(0) int saveSteps,
        @Incidental @Min(1) int keepLast,
        @Incidental @Min(0) int keepEpochs,
        @Min(0) int limitIterations,
        Path initFrom,
        Path continueFrom)
        implements SelfChecking {

    /** A run that begins with new weights. */
    public RunConfig(long seed, int loaderThreads, int evaluateEpochs, int saveSteps) {
        this(seed, loaderThreads, evaluateEpochs, saveSteps, 2, 0, 0, null, null);
    }

    /**
     * How one of so many devices makes its views: the threads are shared, but every device has one if there are any.
     */
    public LoaderOptions loading(int devices) {
        return LoaderOptions.threads(loaderThreads == 0 ? 0 : Math.max(1, loaderThreads / devices));
    }

    /** A stage of so many steps, or of fewer if the run is limited. */
    public Stage stage(String name, long steps, long stepsPerEpoch, int imagesPerStep) {
        long limited = limitIterations == 0 ? steps : Math.min(steps, limitIterations);
        return new Stage(name, limited, stepsPerEpoch, imagesPerStep);
    }

    /** When states are saved, at the end of every epoch at the least, and which are kept. */
    public Saving saving() {
        return new Saving(new SaveSchedule(saveSteps, 1), keepLast, keepEpochs);
    }

    /** How pre-training of the net begins. */
    public Beginning beginning(TrainedNet net, Sgd optimiser, String stage) {
        if (continueFrom != null) {
            return PretrainedStart.training(continueFrom, net, optimiser);
        }
        return initFrom == null ? Beginning.asItIs() : PretrainedStart.weights(initFrom, net, stage);
    }

    @Override
    public List<String> problems() {
        return initFrom != null && continueFrom != null
                ? List.of("initFrom and continueFrom are both set; initFrom takes weights alone, continueFrom weights,"
                        + " optimiser and epoch: choose one")
                : List.of();
    }
}
