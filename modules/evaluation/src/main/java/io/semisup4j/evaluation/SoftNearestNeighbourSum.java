package io.semisup4j.evaluation;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Class probabilities of queries while their supports arrive in chunks: a running maximum of the similarities and running
 * sums by class. Memory is that of the queries, of Q x classes numbers, and of one chunk; the number of supports does not
 * matter.
 */
public final class SoftNearestNeighbourSum {
    /** Queries looked at together: bounds the similarities that exist at a time. */
    private static final int BLOCK = 1024;

    private final INDArray queries;
    private final double temperature;
    private final int classes;
    private final INDArray maxima;
    private final INDArray sums;

    /**
     * Begins without supports.
     *
     * @param queries Q x D, not normalised
     * @param classes number of classes
     * @param temperature tau, above 0
     */
    public SoftNearestNeighbourSum(INDArray queries, int classes, double temperature) {
        this.queries = normalised(queries);
        this.temperature = temperature;
        this.classes = classes;
        DataType type = queries.dataType();
        this.maxima = Nd4j.valueArrayOf(new long[] {queries.size(0), 1}, -1 / temperature, type);
        this.sums = Nd4j.zeros(type, queries.size(0), classes);
    }

    /**
     * Adds supports.
     *
     * @param supports S x D, not normalised
     * @param labels S classes, 0 to classes-1
     */
    public void add(INDArray supports, int[] labels) {
        INDArray keys = normalised(supports).transpose(); // D x S
        INDArray oneHot = oneHot(labels);
        for (long from = 0; from < queries.size(0); from += BLOCK) {
            long to = Math.min(queries.size(0), from + BLOCK);
            add(rows(queries, from, to), rows(maxima, from, to), rows(sums, from, to), keys, oneHot);
        }
    }

    private void add(INDArray q, INDArray maxima, INDArray sums, INDArray keys, INDArray oneHot) {
        INDArray logits = q.mmul(keys).divi(temperature); // block x S
        INDArray larger = Transforms.max(maxima, logits.max(true, 1), true);
        sums.muliColumnVector(Transforms.exp(maxima.sub(larger), false));
        logits.subiColumnVector(larger);
        sums.addi(Transforms.exp(logits, false).mmul(oneHot));
        maxima.assign(larger);
    }

    /**
     * Numbers that exist for the queries' sake as long as supports come: the normalised queries, a maximum of each, and
     * sums and probabilities by class.
     *
     * @param queries Q
     * @param width D
     */
    public static long queryElements(long queries, long width, long classes) {
        return queries * (width + 1 + 2 * classes);
    }

    /**
     * Numbers that exist for the sake of one chunk of supports: the normalised supports, their labels as one-hot rows,
     * and the similarities to a block of queries.
     *
     * @param queries Q
     * @param supports S
     * @param width D
     */
    public static long supportElements(long queries, long supports, long width, long classes) {
        return supports * (width + classes + Math.min(BLOCK, queries));
    }

    /** Q x classes; rows sum to 1. At least one support must have been added. */
    public INDArray probabilities() {
        return sums.divColumnVector(sums.sum(true, 1));
    }

    private static INDArray rows(INDArray array, long from, long to) {
        return array.get(NDArrayIndex.interval(from, to), NDArrayIndex.all());
    }

    private static INDArray normalised(INDArray rows) {
        INDArray norms = Transforms.max(rows.norm2(true, 1), 1e-12, true);
        return rows.divColumnVector(norms);
    }

    private INDArray oneHot(int[] labels) {
        INDArray rows = Nd4j.zeros(sums.dataType(), labels.length, classes);
        for (int i = 0; i < labels.length; i++) {
            rows.putScalar(i, labels[i], 1);
        }
        return rows;
    }
}
