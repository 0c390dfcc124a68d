package io.semisup4j.reporting.show;

import io.semisup4j.data.dataset.LabeledImages;
import io.semisup4j.evaluation.inspect.ConfusionMatrix;
import io.semisup4j.evaluation.inspect.PrincipalComponents;
import io.semisup4j.reporting.exhibit.Confusion;
import io.semisup4j.reporting.exhibit.Embedding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What can be shown of any classifier: which classes it confuses, and how its test pictures lie in its space. */
public final class ClassifierShow {
    private static final int DOTS = 500;
    private static final int CLASSES = 10;
    private static final double PRECISION = 1e4;

    private ClassifierShow() {}

    /**
     * The confusion of test pictures.
     *
     * @param scores N x C of all test pictures in order, larger is better
     */
    public static Confusion confusion(LabeledImages test, INDArray scores) {
        int[][] counts = ConfusionMatrix.of(scores, test.labels());
        List<List<Integer>> rows = Arrays.stream(counts)
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
        return new Confusion(test.classes(), rows);
    }

    /**
     * At most {@value #DOTS} test pictures of the first {@value #CLASSES} classes, taken class by class in turn, on the
     * principal components of their embeddings.
     *
     * @param embeddings N x D of all test pictures in order; their directions count, not their lengths
     */
    public static Embedding embedding(LabeledImages test, INDArray embeddings) {
        int[] labels = test.labels();
        // Not every second picture: where classes take turns, that would leave out half of them.
        int[] chosen = Chosen.classByClass(labels, CLASSES, DOTS);
        double[][] rows = Arrays.stream(chosen)
                .mapToObj(i -> unit(embeddings.getRow(i).toDoubleVector()))
                .toArray(double[][]::new);
        PrincipalComponents flat = PrincipalComponents.of(rows);
        List<Embedding.Dot> dots = new ArrayList<>();
        for (int i = 0; i < chosen.length; i++) {
            double[] place = flat.coordinates()[i];
            dots.add(new Embedding.Dot(rounded(place[0]), rounded(place[1]), labels[chosen[i]]));
        }
        return new Embedding(test.classes(), "first two principal components", flat.explained(), dots);
    }

    private static double[] unit(double[] row) {
        double length = Math.sqrt(Arrays.stream(row).map(x -> x * x).sum());
        return length > 0 ? Arrays.stream(row).map(x -> x / length).toArray() : row;
    }

    private static double rounded(double value) {
        return Math.round(value * PRECISION) / PRECISION;
    }
}
