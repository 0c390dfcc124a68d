package io.semisup4j.experiments.launch;

import io.semisup4j.engine.kernels.KernelProvider;
import io.semisup4j.engine.plan.Providers;
import io.semisup4j.engine.runtime.Backend;
import io.semisup4j.engine.runtime.CudaPreflight;
import io.semisup4j.engine.runtime.ProcessStart;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes this process ready to compute; done once a run is sure to start, since loading ND4J takes seconds. */
final class Machine {
    private static final Logger LOG = LoggerFactory.getLogger(Machine.class);

    private Machine() {}

    /**
     * Sets the environment of native libraries, loads ND4J and tells which backend it is and whose kernels it has.
     *
     * @param devices workers that share this machine
     * @throws io.semisup4j.engine.runtime.CudaException if the CUDA backend was chosen and cannot work here
     */
    static void prepare(int devices) {
        ProcessStart.prepare(devices);
        CudaPreflight.check();
        Backend backend = Backend.loaded();
        if (devices == 1) {
            LOG.info("Computing on {} with {} threads and {}", backend.name(), backend.threads(), kernels());
        } else {
            LOG.info(
                    "Computing on {} with {} workers of {} threads and {}",
                    backend.name(),
                    devices,
                    Backend.threadsOfWorker(),
                    kernels());
        }
        backend.warning().ifPresent(LOG::warn);
    }

    /** The providers in the order in which they are asked. */
    private static String kernels() {
        return Providers.found().stream()
                .map(KernelProvider::name)
                .collect(Collectors.joining(" and ", "kernels of ", ""));
    }
}
