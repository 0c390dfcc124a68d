package io.semisup4j.paws.program;

import io.semisup4j.engine.graph.Graph;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.scope.Pass;
import io.semisup4j.nets.scope.Scope;
import io.semisup4j.nets.state.Declarations;
import io.semisup4j.nets.state.NetLayout;
import io.semisup4j.training.net.StepMeasure;
import io.semisup4j.training.supervised.CrossEntropyStep;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The linear classifier on given features.
 *
 * @param width D, numbers of one picture's features
 * @param classes C
 */
record LinearProbe(long width, long classes) {

    /** As a net whose inputs are features, [N, D]. */
    Encoder net() {
        return Encoder.linearClassifier(new GivenFeatures(width), classes);
    }

    /** Its weight and bias. */
    NetLayout layout() {
        Graph graph = new Graph(DataType.FLOAT);
        Declarations declarations = new Declarations();
        net().apply(Scope.root(graph, declarations, Pass.evaluation()), graph.input("features", 1, width));
        return declarations.layout();
    }

    /** What a training step with so many pictures would take of the memory. */
    StepMeasure measure(int pictures) {
        return CrossEntropyStep.measure(net(), batch(pictures), Math.toIntExact(classes));
    }

    /** The features of so many pictures. */
    CrossEntropyStep.Layout batch(int pictures) {
        return CrossEntropyStep.Layout.whole(pictures, width);
    }
}
