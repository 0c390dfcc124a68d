package io.semisup4j.paws.pretrain;

/**
 * How many views one PAWS step sees. Rows come in two parts: large (supports, view by view, then view 1 and view 2 of
 * the images) and small (crop by crop).
 *
 * @param images B, unlabelled images
 * @param smallCrops M, small crops of each
 * @param supportClasses K, classes in the support batch
 * @param supportImages s, images of each class in it
 * @param supportViews V, views of every support image
 */
public record BatchShape(int images, int smallCrops, int supportClasses, int supportImages, int supportViews) {

    /** S = V s K, support rows. */
    public int supports() {
        return supportViews * supportImages * supportClasses;
    }

    /** S + 2B, rows of the large part. */
    public int largeRows() {
        return supports() + 2 * images;
    }

    /** M B, rows of the small part. */
    public int smallRows() {
        return smallCrops * images;
    }

    /** Views that one step sees. */
    public int rows() {
        return largeRows() + smallRows();
    }
}
