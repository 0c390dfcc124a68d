package io.semisup4j.onednn;

import io.semisup4j.engine.kernels.KernelArrays;

/** A step of a kernel: a primitive of oneDNN, or the few numbers between two of them. */
interface Step {

    /** Binds the step to a kernel's arrays once, to be run again and again. */
    Runnable bind(KernelArrays arrays);
}
