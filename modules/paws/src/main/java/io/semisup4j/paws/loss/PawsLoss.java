package io.semisup4j.paws.loss;

import io.semisup4j.engine.collective.Collectives;
import io.semisup4j.engine.collective.Group;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.Arithmetic;
import io.semisup4j.engine.ops.Elementwise;
import io.semisup4j.engine.ops.Shapes;
import io.semisup4j.engine.ops.Sums;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The loss of PAWS: every view predicts the sharpened soft label of the other large view, and the mean prediction is
 * pushed towards uniform (PAWS, section 3, equations 2 and 3).
 *
 * <p>Notation: B images, M small crops of each, S supports, C class slots, D features.
 *
 * @param classifier the soft nearest-neighbour classifier, temperature tau
 * @param sharpening of the targets and of me-max, temperature T
 * @param smallCrops M, at least 0
 * @param meMax whether the mean-entropy-maximisation term is on
 */
public record PawsLoss(SoftNearestNeighbours classifier, Sharpening sharpening, int smallCrops, boolean meMax) {
    /** Target entries below this become 0; the rows are not renormalised (as published). */
    private static final double SMALLEST_TARGET = 1e-4;

    /**
     * What the loss consists of.
     *
     * @param probabilities P, (2+M)B x C
     * @param targets (2+M)B x C, without gradient
     * @param crossEntropy ploss, shape [1]
     * @param meanEntropy rloss = -H of the mean sharpened prediction, shape [1]; zero if me-max is off
     * @param total their sum, shape [1]
     */
    public record Terms(Tensor probabilities, Tensor targets, Tensor crossEntropy, Tensor meanEntropy, Tensor total) {}

    /** The loss of a batch on one device; see {@link #of(Tensor, Tensor, Tensor, Tensor, Tensor, Group)}. */
    public Terms of(
            Tensor anchorViews, Tensor anchorSupports, Tensor labels, Tensor targetViews, Tensor targetSupports) {
        return of(anchorViews, anchorSupports, labels, targetViews, targetSupports, Group.alone());
    }

    /**
     * One device's part of the loss of a batch that W devices share: its views are classified by the supports of all,
     * and me-max sees the mean prediction of all. Averaged over the devices, gradients are those of the joint batch.
     *
     * @param anchorViews (2+M)B x D: view 1, view 2, small crops
     * @param anchorSupports S x D; gradients flow into them, too, those of the other devices' views included
     * @param labels W S x C, device by device
     * @param targetViews 2B x D, view 2 before view 1: each teaches the other
     * @param targetSupports S x D
     */
    public Terms of(
            Tensor anchorViews,
            Tensor anchorSupports,
            Tensor labels,
            Tensor targetViews,
            Tensor targetSupports,
            Group group) {
        Tensor probabilities = classifier.classify(anchorViews, Collectives.gather(group, anchorSupports), labels);
        Tensor fixedSupports = Collectives.gather(group, Shapes.stopGradient(targetSupports)); // W S x D
        Tensor targets = targets(Shapes.stopGradient(targetViews), fixedSupports, labels);
        Tensor crossEntropy = Entropies.meanCrossEntropy(targets, probabilities);
        Tensor mean = Collectives.mean(group, Sums.columnMeans(sharpening.sharpen(probabilities))); // C
        Tensor meanEntropy = Elementwise.multiply(Entropies.negativeEntropy(mean), meMax ? 1 : 0);
        return new Terms(probabilities, targets, crossEntropy, meanEntropy, Arithmetic.add(crossEntropy, meanEntropy));
    }

    private Tensor targets(Tensor views, Tensor supports, Tensor labels) {
        Tensor large = sharpening.sharpen(classifier.classify(views, supports, labels)); // 2B x C
        List<Tensor> all = new ArrayList<>(List.of(large));
        if (smallCrops > 0) {
            long batch = large.size(0) / 2;
            Tensor sum = Arithmetic.add(Shapes.rows(large, 0, batch), Shapes.rows(large, batch, 2 * batch));
            all.addAll(Collections.nCopies(smallCrops, Elementwise.multiply(sum, 0.5)));
        }
        Tensor targets = Shapes.concat(all); // (2+M)B x C
        return Arithmetic.multiply(targets, Elementwise.above(targets, SMALLEST_TARGET));
    }
}
