package io.semisup4j.nets.encoder;

import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.nets.backbones.Backbone;
import io.semisup4j.nets.heads.ClassificationHead;
import io.semisup4j.nets.heads.PredictionHead;
import io.semisup4j.nets.heads.ProjectionHead;
import io.semisup4j.nets.layers.Layer;
import io.semisup4j.nets.layers.Linear;
import io.semisup4j.nets.scope.Pass;
import io.semisup4j.nets.scope.Scope;
import io.semisup4j.nets.state.Declarations;
import io.semisup4j.nets.state.NetLayout;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Backbone and heads of PAWS under official names: the backbone's at the root, {@code fc} and {@code pred}.
 *
 * @param backbone images to features
 * @param projection features to h
 * @param prediction h to z; without it z is h
 */
public record Encoder(Backbone backbone, Layer projection, Optional<PredictionHead> prediction) {

    /** What one forward pass gives for N images: features [N, D], projection h and prediction z, both [N, outputs]. */
    public record Encoded(Tensor features, Tensor h, Tensor z) {}

    /** For pre-training; the projection head is as wide as the features. */
    public static Encoder pretraining(Backbone backbone, long outputs, boolean prediction) {
        return new Encoder(
                backbone,
                new ProjectionHead(backbone.features(), outputs),
                prediction ? Optional.of(new PredictionHead()) : Optional.empty());
    }

    /** For supervised training from scratch: one linear layer on the features; h and z are the logits. */
    public static Encoder linearClassifier(Backbone backbone, long classes) {
        return new Encoder(backbone, new Linear(classes), Optional.empty());
    }

    /** For cross-entropy fine-tuning; h and z are the logits. */
    public static Encoder classifier(Backbone backbone, long classes) {
        return new Encoder(backbone, new ClassificationHead(backbone.features(), classes), Optional.empty());
    }

    /** Writes one pass over images [N, H, W, 3] into the scope's graph. */
    public Encoded apply(Scope scope, Tensor images) {
        Tensor features = backbone.apply(scope, images);
        Tensor h = projection.named("fc", scope, features);
        Tensor z = prediction.map(head -> head.named("pred", scope, h)).orElse(h);
        return new Encoded(features, h, z);
    }

    /** Names and shapes of all its arrays; they do not depend on the images' size. */
    public NetLayout layout() {
        Graph graph = new Graph(DataType.FLOAT);
        Declarations declarations = new Declarations();
        apply(Scope.root(graph, declarations, Pass.evaluation()), graph.input("images", 1, 32, 32, 3));
        return declarations.layout();
    }
}
