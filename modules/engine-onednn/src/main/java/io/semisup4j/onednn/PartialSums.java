package io.semisup4j.onednn;

/**
 * Sums of channels over strips of blocked images, in the order [N, blocks of channels, strips, channels of a block], to be
 * added up in double.
 *
 * @param images N
 * @param channels C; the last block is padded
 * @param strips of an image
 * @param block channels of a block
 */
record PartialSums(int images, int channels, int strips, int block) {

    private int blocks() {
        return (channels + block - 1) / block;
    }

    /** How many sums there are. */
    int length() {
        return images * blocks() * strips * block;
    }

    /** Totals of the channels, padded ones included. */
    double[] totals(float[] sums) {
        double[] totals = new double[blocks() * block];
        for (int from = 0; from < sums.length; from += block) {
            int first = from / (strips * block) % blocks() * block;
            for (int c = 0; c < block; c++) {
                totals[first + c] += sums[from + c];
            }
        }
        return totals;
    }

    static float[] rounded(double[] numbers) {
        float[] rounded = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            rounded[i] = (float) numbers[i];
        }
        return rounded;
    }
}
