package io.semisup4j.paws.loss;

import io.semisup4j.engine.collective.Collectives;
import io.semisup4j.engine.collective.Group;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.Rows;
import io.semisup4j.engine.ops.Shapes;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * NT-Xent: each view must find the other view of its image among all keys (SimCLR, equation 1). As in the published
 * code, no gradient flows through the keys.
 *
 * @param temperature tau, above 0
 */
public record SimClrLoss(double temperature) {
    private static final String POSITIVES = "positives";

    /** The loss of one device alone: z is 2B x D, first all views 1, then all views 2. */
    public Tensor of(Tensor z) {
        return of(z, Group.alone());
    }

    /** The loss of one device's 2B x D rows against the keys of all devices. */
    public Tensor of(Tensor z, Group group) {
        return of(z, Collectives.gather(group, Shapes.stopGradient(z)), group.rank() * z.size(0));
    }

    /**
     * The loss of one device's rows against the keys of all devices.
     *
     * @param z 2B x D, this device's
     * @param all embeddings of all devices, device by device
     * @param firstOwn the row of {@code all} where this device's begin
     * @return shape [1]
     */
    public Tensor of(Tensor z, Tensor all, long firstOwn) {
        Tensor positives = z.graph().constant(POSITIVES, positives((int) z.size(0), (int) all.size(0), firstOwn));
        return of(z, all, ContrastiveRows.notOwn(z, all, firstOwn), positives);
    }

    /**
     * The loss of one device alone for a graph that is measured and never run: nothing of 2B x 2B numbers is made.
     *
     * @param z 2B x D
     * @return shape [1]
     */
    public Tensor outline(Tensor z) {
        Tensor all = Shapes.stopGradient(z);
        return of(
                z, all, ContrastiveRows.outline("simclr", z, all), z.graph().input(POSITIVES, z.size(0), all.size(0)));
    }

    private Tensor of(Tensor z, Tensor all, Tensor notOwn, Tensor positives) {
        Tensor keys = Shapes.stopGradient(Rows.normalise(all));
        Tensor weights = ContrastiveRows.weights(Rows.normalise(z), keys, notOwn, temperature); // 2B x K
        return Entropies.meanCrossEntropy(positives, weights);
    }

    private static INDArray positives(int rows, int keys, long firstOwn) {
        double[][] positives = new double[rows][keys];
        for (int i = 0; i < rows; i++) {
            positives[i][(int) firstOwn + (i + rows / 2) % rows] = 1;
        }
        return Nd4j.createFromArray(positives);
    }
}
