package io.semisup4j.experiments.launch;

import io.semisup4j.engine.runtime.Backend;
import io.semisup4j.engine.runtime.ProcessStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes this process ready to compute; done once a run is sure to start, since loading ND4J takes seconds. */
final class Machine {
    private static final Logger LOG = LoggerFactory.getLogger(Machine.class);

    private Machine() {}

    /** Sets the environment of native libraries, loads ND4J and tells which backend it is. */
    static void prepare() {
        ProcessStart.prepare();
        Backend backend = Backend.loaded();
        LOG.info("Computing on {} with {} threads", backend.name(), backend.threads());
        backend.warning().ifPresent(LOG::warn);
    }
}
