package io.semisup4j.evaluation;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Classifies embeddings by a softmax over cosine similarities to labelled supports, as PAWS is evaluated: p = softmax(n(q)
 * n(S)^T / tau) onehot.
 *
 * <p>Supports are visited in chunks with a running maximum and sum, so memory is bounded by the chunk.
 *
 * @param temperature tau, above 0; 0.1 as published
 * @param chunk supports looked at together, at least 1
 */
public record SoftNearestNeighbourClassifier(double temperature, int chunk) {
    /** Supports a chunk unless told otherwise: 8192 x 2048 floats are 64 MB. */
    private static final int CHUNK = 8192;

    public SoftNearestNeighbourClassifier {
        if (!(temperature > 0) || chunk < 1) {
            throw new IllegalArgumentException(
                    "temperature must be above 0 and chunk at least 1, not " + temperature + " and " + chunk);
        }
    }

    /** The published evaluation with chunks of moderate size. */
    public SoftNearestNeighbourClassifier(double temperature) {
        this(temperature, CHUNK);
    }

    /**
     * Class probabilities of the queries.
     *
     * @param queries Q x D, not normalised
     * @param supports S x D, not normalised
     * @param labels S classes, 0 to classes-1
     * @return Q x classes
     */
    public INDArray classify(INDArray queries, INDArray supports, int[] labels, int classes) {
        if (supports.size(0) != labels.length || labels.length == 0) {
            throw new IllegalArgumentException("soft nearest neighbours need one label a support and at least one"
                    + " support, not " + labels.length + " for " + supports.size(0));
        }
        SoftNearestNeighbourSum sum = new SoftNearestNeighbourSum(queries, classes, temperature);
        for (int from = 0; from < labels.length; from += chunk) {
            int to = Math.min(labels.length, from + chunk);
            sum.add(
                    supports.get(NDArrayIndex.interval(from, to), NDArrayIndex.all()),
                    Arrays.copyOfRange(labels, from, to));
        }
        return sum.probabilities();
    }
}
