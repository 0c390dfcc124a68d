package io.semisup4j.paws.config;

import io.semisup4j.data.sampling.StratifiedSampler;
import io.semisup4j.data.sampling.SupportSchedule;
import io.semisup4j.data.sampling.SupportShape;
import io.semisup4j.engine.collective.Group;
import io.semisup4j.paws.loss.SupportLabels;
import io.semisup4j.paws.pretrain.BatchShape;
import jakarta.validation.constraints.Min;

/**
 * What one step sees on each device (PAWS, section 5).
 *
 * @param images B, unlabelled images
 * @param supportClasses K, classes in the support batch
 * @param supportImages s, images of each class in it
 * @param supportViews V, views of every support image
 * @param uniqueClasses whether every device has support classes of its own; otherwise all have the same classes, each
 *     with images of its own
 */
public record BatchConfig(
        @Min(1) int images,
        @Min(1) int supportClasses,
        @Min(1) int supportImages,
        @Min(1) int supportViews,
        boolean uniqueClasses) {

    /** With the same support classes on all devices. */
    public BatchConfig(int images, int supportClasses, int supportImages, int supportViews) {
        this(images, supportClasses, supportImages, supportViews, false);
    }

    /** With another number of images. */
    public BatchConfig withImages(int other) {
        return new BatchConfig(other, supportClasses, supportImages, supportViews, uniqueClasses);
    }

    /** With other supports: so many classes, and so many images of each. */
    public BatchConfig withSupports(int classes, int imagesOfEach) {
        return new BatchConfig(images, classes, imagesOfEach, supportViews, uniqueClasses);
    }

    /** With the small crops that the views add. */
    public BatchShape shape(int smallCrops) {
        return new BatchShape(images, smallCrops, supportClasses, supportImages, supportViews);
    }

    /**
     * The support batches of one device of a group in pre-training: an iterator of the sampler lasts an epoch.
     *
     * @param labels class of every labelled image
     * @param dataClasses number of classes of the data set
     */
    public SupportSchedule supports(int[] labels, int dataClasses, int stepsPerEpoch, Group group) {
        int inner = SupportSchedule.innerEpochsFor(stepsPerEpoch, dataClasses, supportShape(group, 1));
        return new SupportSchedule(
                StratifiedSampler.of(labels, dataClasses, supportShape(group, inner)), stepsPerEpoch);
    }

    /** How the devices of a group share the support classes, with E inner epochs of the sampler. */
    public SupportShape supportShape(Group group, int innerEpochs) {
        return new SupportShape(group.size(), group.rank(), supportClasses, supportImages, uniqueClasses, innerEpochs);
    }

    /** The labels of all devices' supports. */
    public SupportLabels labels(int devices, double smoothing) {
        return new SupportLabels(supportClasses, supportImages, supportViews, devices, uniqueClasses, smoothing);
    }
}
