package io.semisup4j.engine.kernels.nd4j;

import io.semisup4j.engine.spec.WindowGeometry;

/** The integer arguments with which native ops describe a sliding window. */
final class Windows {
    private Windows() {}

    /** Kernel, stride, padding and dilation (none) of both axes, then what the op itself wants to know. */
    static int[] arguments(WindowGeometry window, int mode, int second, int third) {
        return new int[] {
            window.kernelHeight(),
            window.kernelWidth(),
            window.stride(),
            window.stride(),
            window.padding(),
            window.padding(),
            1,
            1,
            mode,
            second,
            third
        };
    }
}
