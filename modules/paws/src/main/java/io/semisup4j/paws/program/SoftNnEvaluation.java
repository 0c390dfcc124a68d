package io.semisup4j.paws.program;

import io.semisup4j.data.pipeline.LoaderOptions;
import io.semisup4j.data.split.Split;
import io.semisup4j.evaluation.SoftNearestNeighbourClassifier;
import io.semisup4j.evaluation.TopK;
import io.semisup4j.evaluation.encode.PictureEncoder;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.reporting.exhibit.Confusion;
import io.semisup4j.reporting.exhibit.Embedding;
import io.semisup4j.reporting.exhibit.Exhibits;
import io.semisup4j.reporting.exhibit.Neighbours;
import io.semisup4j.reporting.show.ClassifierShow;
import io.semisup4j.reporting.show.NeighbourShow;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Soft nearest-neighbour accuracy: every labelled image is a support, with its true class and without smoothing (PAWS,
 * section 5).
 */
public final class SoftNnEvaluation {
    private static final int BATCH = 100;

    private final PictureEncoder encoder;
    private final PawsData data;
    private final SoftNearestNeighbourClassifier classifier;

    /** Prepares the evaluation of a state's values of the moment. */
    public SoftNnEvaluation(Encoder encoder, NetState state, PawsData data, double temperature, LoaderOptions loading) {
        this.encoder =
                new PictureEncoder(encoder, state, PictureEncoder.Output.PREDICTION, data.plain(), BATCH, loading);
        this.data = data;
        this.classifier = new SoftNearestNeighbourClassifier(temperature);
    }

    /** Accuracy on the test images. */
    public TopK measure() {
        return measure(Exhibits.none(), "");
    }

    /** The same, and shows on the way how the test images are classified. */
    public TopK measure(Exhibits exhibits, String name) {
        INDArray supports = encoder.encode(data.train(), data.labelled().indices());
        INDArray queries =
                encoder.encode(data.test(), Split.all(data.test().size()).indices());
        INDArray probabilities = classifier.classify(queries, supports, data.labelledClasses(), data.classes());
        exhibits.show(name, Confusion.class, () -> ClassifierShow.confusion(data.test(), probabilities));
        exhibits.show(name, Embedding.class, () -> ClassifierShow.embedding(data.test(), queries));
        exhibits.show(name, Neighbours.class, () -> new NeighbourShow(
                        data.test(), data.train(), data.labelled().indices())
                .of(queries, supports, probabilities));
        return TopK.of(probabilities, data.test().labels());
    }
}
