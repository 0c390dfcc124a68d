package io.semisup4j.paws.loss;

/**
 * The labels of a support batch: rows are supports, columns are class slots of the batch (PAWS, section 3).
 *
 * <p>The sampler emits images class by class in turn, so that row i of a view belongs to slot i mod K; which class of
 * the data set a slot holds never enters the loss. Smoothing spreads e evenly over the columns.
 *
 * @param classes K, classes in the support batch of one device
 * @param imagesPerClass s, images of each class in it
 * @param views V, views of every support image
 * @param devices W, devices whose supports are joined
 * @param uniqueClasses whether every device has classes of its own
 * @param smoothing e, from 0 to below 1
 */
public record SupportLabels(
        int classes, int imagesPerClass, int views, int devices, boolean uniqueClasses, double smoothing) {

    public SupportLabels {
        if (classes < 1 || imagesPerClass < 1 || views < 1 || devices < 1 || smoothing < 0 || smoothing >= 1) {
            throw new IllegalArgumentException("a support batch needs at least one class, image, view and device, and a"
                    + " smoothing from 0 to below 1, not " + classes + ", " + imagesPerClass + ", " + views + ", "
                    + devices + ", " + smoothing);
        }
    }

    /** S, rows of the matrix: all devices' supports, device by device, view by view. */
    public int rows() {
        return devices * views * rowsPerView();
    }

    /** C, columns of the matrix. */
    public int columns() {
        return devices * classes;
    }

    private int rowsPerView() {
        return classes * imagesPerClass;
    }

    /**
     * The matrix, row-major, rounded to float as the published code does.
     *
     * <p>With shared classes on several devices the columns from K on hold only the smoothing, and rows sum to 1 - e +
     * W e: the published behaviour.
     */
    public float[] matrix() {
        int columns = columns();
        float off = (float) (smoothing / (uniqueClasses ? columns : classes));
        float on = (float) (1 - smoothing + smoothing / (uniqueClasses ? columns : classes));
        float[] matrix = new float[rows() * columns];
        java.util.Arrays.fill(matrix, off);
        for (int row = 0; row < rows(); row++) {
            matrix[row * columns + slot(row)] = on;
        }
        return matrix;
    }

    private int slot(int row) {
        int device = row / (views * rowsPerView());
        int first = uniqueClasses ? device * classes : 0;
        return first + row % rowsPerView() % classes;
    }
}
