package io.semisup4j.paws.loss;

import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.engine.check.GradientCheck;
import io.semisup4j.engine.graph.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Every loss against central differences in double, with an upstream gradient that is not 1. */
class LossGradientsTest {
    private static final long SEED = Long.getLong("test.seed", 31L);
    private static final SupportLabels LABELS = new SupportLabels(3, 2, 1, 1, false, 0.1);

    @Test
    void paws() {
        PawsLoss loss = new PawsLoss(new SoftNearestNeighbours(0.3), new Sharpening(0.5), 1, true);
        INDArray targetViews = normal(8, 5);
        INDArray targetSupports = normal(6, 5);

        assertGradient(
                x -> {
                    var graph = x.get(0).graph();
                    PawsLoss.Terms terms = loss.of(
                            x.get(0),
                            x.get(1),
                            labels(x.get(0)),
                            graph.constant("views", targetViews),
                            graph.constant("supports", targetSupports));
                    return List.of(terms.total(), terms.crossEntropy(), terms.meanEntropy(), terms.probabilities());
                },
                normal(12, 5),
                normal(6, 5));
    }

    @Test
    void suncet() {
        assertGradient(x -> List.of(new SuncetLoss(0.4).of(x.get(0), labels(x.get(0)))), normal(6, 5));
    }

    /** Without gradient through the keys the loss is a function of the rows alone, given constant keys. */
    @Test
    void simclr() {
        INDArray keys = normal(6, 5);

        assertGradient(
                x -> List.of(new SimClrLoss(0.4).of(x.get(0), x.get(0).graph().constant("keys", keys), 0)),
                normal(6, 5));
    }

    private static Tensor labels(Tensor like) {
        INDArray matrix = Nd4j.createFromArray(LABELS.matrix()).reshape(LABELS.rows(), LABELS.columns());
        return like.graph().constant("labels", matrix.castTo(DataType.DOUBLE));
    }

    private static void assertGradient(GradientCheck.Body body, INDArray... values) {
        assertThat(GradientCheck.worstError(SEED, body, values))
                .as("seed %d (-Dtest.seed)", SEED)
                .isLessThan(1e-7);
    }

    private static INDArray normal(long... shape) {
        Nd4j.getRandom().setSeed(SEED + shape[0]);
        return Nd4j.randn(DataType.DOUBLE, shape);
    }
}
