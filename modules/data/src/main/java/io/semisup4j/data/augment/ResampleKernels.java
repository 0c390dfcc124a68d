package io.semisup4j.data.augment;

/**
 * Remembers recently used kernels. Crops of small pictures come in few sizes (CIFAR: at most 32), so that nearly all
 * are found; for large pictures a kernel is cheap beside the resize itself.
 */
final class ResampleKernels {
    private static final int PLACES = 128;

    private final ResampleKernel[] places = new ResampleKernel[PLACES];

    ResampleKernel get(int in, int out, ResampleFilter filter) {
        int place = (in * 31 + out * 17 + filter.ordinal()) & (PLACES - 1);
        ResampleKernel kernel = places[place];
        if (kernel == null || kernel.in != in || kernel.out != out || kernel.filter != filter) {
            kernel = new ResampleKernel(in, out, filter);
            places[place] = kernel;
        }
        return kernel;
    }
}
