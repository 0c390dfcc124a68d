package io.semisup4j.evaluation.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * A neighbour of an embedding.
 *
 * @param position its row among those that were searched
 * @param similarity cosine, -1 to 1
 */
public record CosineNeighbour(int position, double similarity) {
    private static final double SHORTEST = 1e-12;

    /**
     * The nearest of the given rows for every query, the nearest first; of equals the one that comes first.
     *
     * @param queries Q x D
     * @param rows S x D
     * @param wanted how many for each, at most S are given
     */
    public static List<List<CosineNeighbour>> nearest(INDArray queries, INDArray rows, int wanted) {
        double[][] cosines =
                normalised(queries).mmul(normalised(rows).transpose()).toDoubleMatrix(); // Q x S
        List<List<CosineNeighbour>> all = new ArrayList<>();
        for (double[] cosine : cosines) {
            all.add(IntStream.range(0, cosine.length)
                    .mapToObj(position -> new CosineNeighbour(position, cosine[position]))
                    .sorted(Comparator.comparingDouble(CosineNeighbour::similarity)
                            .reversed())
                    .limit(wanted)
                    .toList());
        }
        return all;
    }

    private static INDArray normalised(INDArray rows) {
        return rows.divColumnVector(Transforms.max(rows.norm2(true, 1), SHORTEST, true));
    }
}
