package io.semisup4j.paws.program;

import io.semisup4j.data.pipeline.LoaderOptions;
import io.semisup4j.data.split.Split;
import io.semisup4j.evaluation.SoftNearestNeighbourSum;
import io.semisup4j.evaluation.TopK;
import io.semisup4j.evaluation.encode.PictureEncoder;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.paws.config.SoftNnConfig;
import io.semisup4j.paws.program.EvaluationMemory.Pictures;
import io.semisup4j.reporting.exhibit.Confusion;
import io.semisup4j.reporting.exhibit.Embedding;
import io.semisup4j.reporting.exhibit.Exhibits;
import io.semisup4j.reporting.exhibit.Neighbours;
import io.semisup4j.reporting.show.ClassifierShow;
import io.semisup4j.reporting.show.NeighbourShow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

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
     * Prepares the evaluation as a program of its own, which says what it takes of the memory first.
     *
     * @throws PawsException if the prediction head is wanted and there is none
     * @throws io.semisup4j.training.memory.MemoryException if it does not fit, with the chunk that would
     */
    public static SoftNnEvaluation program(
            Encoder encoder, NetState state, PawsData data, SoftNnConfig config, LoaderOptions loading) {
        requireHead(encoder, config);
        new StageMemory(loading, 1).softNn(config, encoder, Pictures.of(data)).require();
        return new SoftNnEvaluation(encoder, state, data, config, loading);
    }

    private SoftNnEvaluation(
            Encoder encoder, NetState state, PawsData data, SoftNnConfig config, LoaderOptions loading) {
        this.encoder = new PictureEncoder(
                encoder,
                state,
                config.output(),
                data.plain(),
                PictureEncoder.batchFor(data.plain().height()),
                loading);
        this.data = data;
        this.config = config;
    }

    private static void requireHead(Encoder encoder, SoftNnConfig config) {
        if (config.usePred() && encoder.prediction().isEmpty()) {
            throw new PawsException(
                    "usePred is true, but the encoder has no prediction head; compare the outputs of the"
                            + " projection head with usePred=false.");
        }
    }

    /** Accuracy on the test images. */
    public TopK measure() {
        return measure(Exhibits.none(), "");
    }

    /**
     * The same, and shows on the way how the test images are classified; their nearest neighbours only where the
     * supports are few enough for one chunk.
     */
    public TopK measure(Exhibits exhibits, String name) {
        INDArray queries =
                encoder.encode(data.test(), Split.all(data.test().size()).indices());
        int[] supports = data.labelled().indices();
        int[] labels = data.labelledClasses();
        SoftNearestNeighbourSum sum = new SoftNearestNeighbourSum(queries, data.classes(), config.temperature());
        List<INDArray> chunks = new ArrayList<>(1); // the newest alone, so that memory stays bounded
        for (int from = 0; from < supports.length; from += config.chunk()) {
            int to = Math.min(supports.length, from + config.chunk());
            chunks.clear();
            chunks.add(encoder.encode(data.train(), Arrays.copyOfRange(supports, from, to)));
            sum.add(chunks.get(0), Arrays.copyOfRange(labels, from, to));
        }
        INDArray probabilities = sum.probabilities();
        exhibits.show(name, Confusion.class, () -> ClassifierShow.confusion(data.test(), probabilities));
        exhibits.show(name, Embedding.class, () -> ClassifierShow.embedding(data.test(), queries));
        if (supports.length <= config.chunk()) {
            exhibits.show(name, Neighbours.class, () -> new NeighbourShow(data.test(), data.train(), supports)
                    .of(queries, chunks.get(0), probabilities));
        }
        return TopK.of(probabilities, data.test().labels());
    }
}
