package io.semisup4j.evaluation.encode;

import io.semisup4j.data.dataset.LabeledImages;
import io.semisup4j.data.image.ViewTransform;
import io.semisup4j.data.pipeline.Batch;
import io.semisup4j.data.pipeline.BatchPlan;
import io.semisup4j.data.pipeline.LoaderOptions;
import io.semisup4j.data.pipeline.ViewJob;
import io.semisup4j.data.pipeline.ViewLoader;
import io.semisup4j.engine.flat.Views;
import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.plan.Plan;
import io.semisup4j.engine.plan.PlanBuilder;
import io.semisup4j.engine.plan.PlanMemory;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.scope.Pass;
import io.semisup4j.nets.scope.Scope;
import io.semisup4j.nets.state.Declarations;
import io.semisup4j.nets.state.NetState;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Encodes pictures with running statistics. Compiled once and bound to the live vectors of a state, so it always uses
 * the values of the moment.
 */
public final class PictureEncoder {
    private static final String IMAGES = "images";
    private static final String EMBEDDING = "embedding";
    private static final int CHANNELS = 3;

    /** Which of an encoder's outputs is taken. */
    public enum Output {
        /** Features of the backbone, before any head. */
        FEATURES,
        /** Projection h. */
        PROJECTION,
        /** Prediction z; the projection where there is no prediction head; the logits of a classifier. */
        PREDICTION
    }

    private final Plan plan;
    private final ViewTransform transform;
    private final int batch;
    private final LoaderOptions loading;

    /**
     * Compiles.
     *
     * @param state whose vectors are read at every use
     * @param transform mostly without randomness, as a center crop
     * @param batch pictures that are encoded together
     */
    public PictureEncoder(
            Encoder encoder, NetState state, Output output, ViewTransform transform, int batch, LoaderOptions loading) {
        Graph graph = new Graph(state.parameters().dataType());
        Tensor images = graph.input(IMAGES, batch, transform.height(), transform.width(), CHANNELS);
        PlanBuilder builder = Plan.of(graph).output(EMBEDDING, write(encoder, output, graph, images));
        this.plan = state.bind(graph, builder).compile();
        this.transform = transform;
        this.batch = batch;
        this.loading = loading;
    }

    /**
     * What encoding pictures with sides of so many pixels would take of the memory, found without taking it.
     *
     * @param size H and W in pixels
     */
    public static EncodingMeasure measure(Encoder encoder, Output output, int size) {
        Graph graph = new Graph(DataType.FLOAT);
        Tensor images = graph.input(IMAGES, batchFor(size), size, size, CHANNELS);
        Tensor embedding = write(encoder, output, graph, images);
        PlanMemory plan = Plan.of(graph)
                .output(EMBEDDING, embedding)
                .outside(graph.parameters())
                .outside(graph.buffers())
                .measure();
        return new EncodingMeasure(plan, images.length(), embedding.size(1));
    }

    private static Tensor write(Encoder encoder, Output output, Graph graph, Tensor images) {
        var encoded = encoder.apply(Scope.root(graph, new Declarations(), Pass.evaluation()), images);
        return switch (output) {
            case FEATURES -> encoded.features();
            case PROJECTION -> encoded.h();
            case PREDICTION -> encoded.z();
        };
    }

    /** How many pictures with sides of so many pixels are encoded together, so that memory stays moderate. */
    public static int batchFor(int size) {
        return Math.max(16, 100 * 32 * 32 / (size * size));
    }

    /**
     * Embeddings of pictures in the order given.
     *
     * @return [indices, D]
     */
    public INDArray encode(LabeledImages images, int[] indices) {
        return encode(images, indices, 0, 0);
    }

    /**
     * Embeddings of pictures through random views.
     *
     * @param seed first key of the views' randomness
     * @param epoch second key: another one gives other views
     * @return [indices, D]
     */
    public INDArray encode(LabeledImages images, int[] indices, long seed, long epoch) {
        INDArray embedding = plan.output(EMBEDDING);
        long width = embedding.size(1);
        INDArray all = Nd4j.create(embedding.dataType(), indices.length, width);
        int batches = (indices.length + batch - 1) / batch;
        try (ViewLoader loader =
                new ViewLoader(step -> jobs(images, indices, step, epoch), seed, 0, batches, loading)) {
            for (int from = 0; from < indices.length; from += batch) {
                Batch next = loader.next();
                plan.write(IMAGES, next.array(0));
                plan.run();
                int rows = Math.min(batch, indices.length - from);
                Views.of(all, from * width, rows, width).assign(Views.of(embedding, 0, rows, width));
            }
        }
        return all;
    }

    /** The last batch is filled up with its first picture; those rows are not used. */
    private BatchPlan jobs(LabeledImages images, int[] indices, long step, long epoch) {
        List<ViewJob> jobs = new ArrayList<>();
        int from = Math.toIntExact(step * batch);
        for (int i = from; i < from + batch; i++) {
            jobs.add(new ViewJob(images, indices[i < indices.length ? i : from], transform, epoch, 0));
        }
        return BatchPlan.of(jobs);
    }
}
