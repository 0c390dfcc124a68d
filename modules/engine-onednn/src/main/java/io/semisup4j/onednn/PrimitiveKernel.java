package io.semisup4j.onednn;

import io.semisup4j.engine.kernels.Formats;
import io.semisup4j.engine.kernels.Kernel;
import io.semisup4j.engine.kernels.KernelArrays;
import java.util.List;

/** A kernel that runs its steps one after the other. */
record PrimitiveKernel(Formats formats, List<long[]> scratch, int overwrites, List<Step> steps) implements Kernel {

    @Override
    public Runnable bind(KernelArrays arrays) {
        Runnable[] bound = steps.stream().map(step -> step.bind(arrays)).toArray(Runnable[]::new);
        if (bound.length == 1) {
            return bound[0];
        }
        return () -> {
            for (Runnable run : bound) {
                run.run();
            }
        };
    }
}
