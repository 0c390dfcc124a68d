package io.semisup4j.paws.program;

import io.semisup4j.config.Fingerprint;
import io.semisup4j.data.dataset.LabeledImages;
import io.semisup4j.data.image.ViewTransform;
import io.semisup4j.data.sampling.UnlabeledOrder;
import io.semisup4j.data.split.Split;
import io.semisup4j.engine.collective.Group;
import io.semisup4j.paws.config.BatchConfig;
import io.semisup4j.paws.pretrain.BatchShape;
import io.semisup4j.paws.pretrain.PawsBatches;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run of PAWS learns from and is measured on.
 *
 * @param train all training images; labels are read only where {@code labelled} says so
 * @param labelled the images whose labels may be used
 * @param test images that the accuracy is measured on
 * @param large view of training images
 * @param small small view of training images
 * @param basic view of labelled images in soft nearest-neighbour fine-tuning
 * @param plain view without randomness, for evaluation
 */
public record PawsData(
        LabeledImages train,
        Split labelled,
        LabeledImages test,
        ViewTransform large,
        ViewTransform small,
        ViewTransform basic,
        ViewTransform plain) {

    /** Number of classes. */
    public int classes() {
        return train.classes().size();
    }

    /** What must agree for a resume: every value of a stage's configuration, and which images are labelled. */
    Map<String, String> fingerprint(Record... configs) {
        Map<String, String> fingerprint = new TreeMap<>(Fingerprint.of(configs));
        fingerprint.put("labels", labelled.digest());
        return fingerprint;
    }

    /** What one device of a group sees at every step of pre-training. */
    PawsBatches batches(BatchConfig batch, BatchShape shape, int stepsPerEpoch, Group group) {
        return new PawsBatches(
                train,
                labelled,
                batch.supports(labelledClasses(), classes(), stepsPerEpoch, group),
                new UnlabeledOrder(train.size(), group.size(), group.rank()),
                shape,
                large,
                small);
    }

    /** Class of every labelled image, in the split's order. */
    public int[] labelledClasses() {
        return labelled.labels(train);
    }
}
