package io.semisup4j.paws.loss;

import io.semisup4j.engine.collective.Collectives;
import io.semisup4j.engine.collective.Group;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.Matrices;
import io.semisup4j.engine.ops.Rows;
import io.semisup4j.engine.ops.Shapes;

/**
 * SuNCEt, supervised noise-contrastive estimation: the soft nearest-neighbour classifier within the labelled batch,
 * each image left out of its own neighbours (SimCLR+CT, equation 3).
 *
 * @param temperature tau, above 0
 */
public record SuncetLoss(double temperature) {

    /** The loss of one device alone: z is N x D, labels N x C. */
    public Tensor of(Tensor z, Tensor labels) {
        return of(z, labels, Group.alone());
    }

    /** The loss of one device's N x D rows among those of all devices; labels are W N x C, device by device. */
    public Tensor of(Tensor z, Tensor labels, Group group) {
        return of(z, Collectives.gather(group, z), labels, group.rank() * z.size(0));
    }

    /**
     * The loss of one device's rows among those of all devices; gradients flow into all of them.
     *
     * @param z N x D, this device's
     * @param all A x D, all devices', device by device
     * @param labels A x C
     * @param firstOwn the row of {@code all} where this device's begin
     * @return shape [1]
     */
    public Tensor of(Tensor z, Tensor all, Tensor labels, long firstOwn) {
        return of(z, all, labels, firstOwn, ContrastiveRows.notOwn(z, all, firstOwn));
    }

    /**
     * The loss of one device alone for a graph that is measured and never run.
     *
     * @param z N x D
     * @param labels N x C
     * @return shape [1]
     */
    public Tensor outline(Tensor z, Tensor labels) {
        return of(z, z, labels, 0, ContrastiveRows.outline("suncet", z, z));
    }

    private Tensor of(Tensor z, Tensor all, Tensor labels, long firstOwn, Tensor notOwn) {
        Tensor weights = ContrastiveRows.weights(Rows.normalise(z), Rows.normalise(all), notOwn, temperature); // N x A
        Tensor probabilities = Matrices.product(weights, labels); // N x C
        Tensor targets = Shapes.rows(labels, firstOwn, firstOwn + z.size(0));
        return Entropies.meanCrossEntropy(targets, probabilities);
    }
}
