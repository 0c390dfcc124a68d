package io.semisup4j.experiments.example;

import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.Arithmetic;
import io.semisup4j.engine.ops.CrossEntropy;
import io.semisup4j.engine.ops.Elementwise;
import io.semisup4j.engine.ops.Rows;
import io.semisup4j.engine.ops.Sums;

/**
 * Place 1, the loss: cross-entropy of labelled pictures and lambda times the entropy of the predictions for unlabelled
 * ones (entropy minimisation, Grandvalet and Bengio 2004, equation 5).
 *
 * @param weight lambda, at least 0
 */
record EntropyLoss(double weight) {

    /**
     * The loss of a batch, shape [1].
     *
     * @param labelled logits, L x C
     * @param targets one-hot classes, L x C
     * @param unlabelled logits, U x C
     */
    Tensor of(Tensor labelled, Tensor targets, Tensor unlabelled) {
        Tensor entropy = Elementwise.multiply(
                Sums.all(Arithmetic.multiply(Rows.softmax(unlabelled), Rows.logSoftmax(unlabelled))),
                -1.0 / unlabelled.size(0));
        return Arithmetic.add(CrossEntropy.mean(labelled, targets), Elementwise.multiply(entropy, weight));
    }
}
