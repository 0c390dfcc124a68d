package io.semisup4j.engine.kernels;

import java.util.List;

/** One way to compute one operation on arrays of known shapes. */
public interface Kernel {

    /** The formats it reads and writes. */
    Formats formats();

    /** Shapes of plain temporaries that it needs while it runs and that hold nothing afterwards. */
    default List<long[]> scratch() {
        return List.of();
    }

    /**
     * The input whose memory the first output may take over if nobody reads that input later, or -1. Both must have the
     * same format and storage.
     */
    default int overwrites() {
        return -1;
    }

    /** Binds the kernel to its arrays; what it returns is run once a step and must not allocate. */
    Runnable bind(KernelArrays arrays);
}
