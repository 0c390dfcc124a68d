package io.semisup4j.paws.program;

import io.semisup4j.data.dataset.LabeledImages;
import io.semisup4j.data.image.ViewTransform;
import io.semisup4j.data.pipeline.LoaderOptions;
import io.semisup4j.data.split.Split;
import io.semisup4j.evaluation.TopK;
import io.semisup4j.evaluation.encode.PictureEncoder;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.reporting.exhibit.Confusion;
import io.semisup4j.reporting.exhibit.Embedding;
import io.semisup4j.reporting.exhibit.Exhibits;
import io.semisup4j.reporting.show.ClassifierShow;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Accuracy of a classifier's values of the moment on some images; every image counts, those of the last batch, too.
 * (The published program drops its hold-out's last batch.)
 */
public final class ClassifierAccuracy {
    private final PictureEncoder encoder;
    private final LabeledImages images;
    private final Split which;

    /**
     * Compiles.
     *
     * @param view without randomness
     */
    public ClassifierAccuracy(
            Encoder classifier,
            NetState state,
            ViewTransform view,
            LabeledImages images,
            Split which,
            LoaderOptions loading) {
        this.encoder = new PictureEncoder(
                classifier,
                state,
                PictureEncoder.Output.PREDICTION,
                view,
                PictureEncoder.batchFor(view.height()),
                loading);
        this.images = images;
        this.which = which;
    }

    /** Measures. */
    public TopK measure() {
        return measure(Exhibits.none(), "");
    }

    /** The same, and shows on the way how the images are classified, if they are all of their set. */
    public TopK measure(Exhibits exhibits, String name) {
        INDArray logits = encoder.encode(images, which.indices());
        if (which.size() == images.size()) {
            exhibits.show(name, Confusion.class, () -> ClassifierShow.confusion(images, logits));
            exhibits.show(name, Embedding.class, () -> ClassifierShow.embedding(images, logits));
        }
        return TopK.of(logits, which.labels(images));
    }
}
