package io.semisup4j.paws.program;

import io.semisup4j.data.dataset.LabeledImages;
import io.semisup4j.data.image.ViewTransform;
import io.semisup4j.data.pipeline.LoaderOptions;
import io.semisup4j.data.sampling.UnlabeledOrder;
import io.semisup4j.evaluation.encode.PictureEncoder;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.training.supervised.LabelledViews;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The backbone's features of the labelled images, computed once from plain views or now and then from random ones. Which
 * views an epoch uses follows from its number, so a resumed run sees the same.
 */
final class FrozenFeatures {
    private final Encoder encoder;
    private final NetState state;
    private final PawsData data;
    private final int refreshEpochs;
    private final long seed;
    private final LoaderOptions loading;
    private PictureEncoder pictures;
    private long kept = -1;
    private INDArray features;

    /** @param refreshEpochs 0 for plain views, once */
    FrozenFeatures(
            Encoder encoder, NetState state, PawsData data, int refreshEpochs, long seed, LoaderOptions loading) {
        this.encoder = encoder;
        this.state = state;
        this.data = data;
        this.refreshEpochs = refreshEpochs;
        this.seed = seed;
        this.loading = loading;
    }

    /** Batches of the shuffled labelled images' features. */
    LabelledViews.Source batches(UnlabeledOrder order, int batch) {
        int[] labels = data.labelledClasses();
        int stepsPerEpoch = order.batches(batch);
        return step -> {
            long epoch = step / stepsPerEpoch;
            int first = (int) (step % stepsPerEpoch) * batch;
            int[] positions = Arrays.copyOfRange(order.epoch(epoch), first, first + batch);
            INDArray rows = Nd4j.pullRows(ofEpoch(epoch), 1, positions);
            return new LabelledViews(
                    rows.data().asFloat(),
                    Arrays.stream(positions).map(i -> labels[i]).toArray(),
                    0);
        };
    }

    /** Features of images seen plainly, [indices, D]. */
    INDArray plain(LabeledImages images, int[] indices) {
        return encoder(data.plain()).encode(images, indices);
    }

    private INDArray ofEpoch(long epoch) {
        long view = refreshEpochs == 0 ? 0 : epoch / refreshEpochs;
        if (view != kept) {
            int[] labelled = data.labelled().indices();
            if (refreshEpochs == 0) {
                features = plain(data.train(), labelled);
            } else {
                pictures = pictures == null ? encoder(data.basic()) : pictures;
                features = pictures.encode(data.train(), labelled, seed, view);
            }
            kept = view;
        }
        return features;
    }

    private PictureEncoder encoder(ViewTransform view) {
        return new PictureEncoder(
                encoder, state, PictureEncoder.Output.FEATURES, view, PictureEncoder.batchFor(view.height()), loading);
    }
}
