package io.semisup4j.paws.program;

import io.semisup4j.data.pipeline.LoaderOptions;
import io.semisup4j.data.split.Split;
import io.semisup4j.evaluation.SoftNearestNeighbourSum;
import io.semisup4j.evaluation.TopK;
import io.semisup4j.evaluation.encode.PictureEncoder;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.paws.config.SoftNnConfig;
import java.util.Arrays;

/**
 * Soft nearest-neighbour accuracy: every labelled image is a support, with its true class and without smoothing (PAWS,
 * section 5). Supports are encoded chunk by chunk, so memory does not grow with their number.
 */
public final class SoftNnEvaluation {
    private final PictureEncoder encoder;
    private final PawsData data;
    private final SoftNnConfig config;

    /** Prepares the evaluation of a state's values of the moment, by the output of the last head. */
    public SoftNnEvaluation(Encoder encoder, NetState state, PawsData data, double temperature, LoaderOptions loading) {
        this(
                encoder,
                state,
                data,
                new SoftNnConfig(
                        encoder.prediction().isPresent(),
                        temperature,
                        data.plain().height(),
                        SoftNnConfig.CHUNK),
                loading);
    }

    /**
     * Prepares the evaluation.
     *
     * @throws PawsException if the prediction head is wanted and there is none
     */
    public SoftNnEvaluation(
            Encoder encoder, NetState state, PawsData data, SoftNnConfig config, LoaderOptions loading) {
        if (config.usePred() && encoder.prediction().isEmpty()) {
            throw new PawsException(
                    "usePred is true, but the encoder has no prediction head; compare the outputs of the"
                            + " projection head with usePred=false.");
        }
        this.encoder = new PictureEncoder(
                encoder,
                state,
                config.usePred() ? PictureEncoder.Output.PREDICTION : PictureEncoder.Output.PROJECTION,
                data.plain(),
                PictureEncoder.batchFor(data.plain().height()),
                loading);
        this.data = data;
        this.config = config;
    }

    /** Accuracy on the test images. */
    public TopK measure() {
        int[] queries = Split.all(data.test().size()).indices();
        int[] supports = data.labelled().indices();
        int[] labels = data.labelledClasses();
        SoftNearestNeighbourSum sum =
                new SoftNearestNeighbourSum(encoder.encode(data.test(), queries), data.classes(), config.temperature());
        for (int from = 0; from < supports.length; from += config.chunk()) {
            int to = Math.min(supports.length, from + config.chunk());
            sum.add(
                    encoder.encode(data.train(), Arrays.copyOfRange(supports, from, to)),
                    Arrays.copyOfRange(labels, from, to));
        }
        return TopK.of(sum.probabilities(), data.test().labels());
    }
}
