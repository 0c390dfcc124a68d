package io.semisup4j.reporting.show;

import io.semisup4j.data.dataset.LabeledImages;
import io.semisup4j.data.image.Image;
import io.semisup4j.evaluation.inspect.CosineNeighbour;
import io.semisup4j.reporting.exhibit.Neighbours;
import io.semisup4j.reporting.exhibit.Picture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Test pictures with the labelled pictures nearest to them.
 *
 * @param test the test pictures
 * @param train where the labelled pictures are
 * @param labelled index of each in {@code train}
 */
public record NeighbourShow(LabeledImages test, LabeledImages train, int[] labelled) {
    private static final int QUERIES = 12;
    private static final int NEAREST = 5;
    private static final double PRECISION = 1e4;

    /**
     * Twelve test pictures of different classes.
     *
     * @param queries N x D, embeddings of all test pictures in order
     * @param supports S x D, embeddings of the labelled pictures in order
     * @param probabilities N x C, soft labels of all test pictures
     */
    public Neighbours of(INDArray queries, INDArray supports, INDArray probabilities) {
        int[] chosen = Chosen.classByClass(test.labels(), test.classes().size(), QUERIES);
        List<List<CosineNeighbour>> nearest = CosineNeighbour.nearest(queries.getRows(chosen), supports, NEAREST);
        List<Neighbours.Query> shown = new ArrayList<>();
        for (int i = 0; i < chosen.length; i++) {
            shown.add(new Neighbours.Query(
                    picture(test.image(chosen[i])),
                    test.label(chosen[i]),
                    Arrays.stream(probabilities.getRow(chosen[i]).toDoubleVector())
                            .mapToObj(NeighbourShow::rounded)
                            .toList(),
                    nearest.get(i).stream().map(this::near).toList()));
        }
        return new Neighbours(test.classes(), shown);
    }

    private Neighbours.Near near(CosineNeighbour neighbour) {
        int index = labelled[neighbour.position()];
        return new Neighbours.Near(picture(train.image(index)), train.label(index), rounded(neighbour.similarity()));
    }

    static Picture picture(Image image) {
        return Picture.of(image.height(), image.width(), image.pixels());
    }

    private static double rounded(double value) {
        return Math.round(value * PRECISION) / PRECISION;
    }
}
