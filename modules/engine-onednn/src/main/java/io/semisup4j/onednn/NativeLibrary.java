package io.semisup4j.onednn;

import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Loader;
import org.nd4j.linalg.factory.Nd4j;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether oneDNN can work in this process. */
final class NativeLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(NativeLibrary.class);

    private NativeLibrary() {}

    static boolean usable() {
        return Holder.USABLE;
    }

    private static boolean probe() {
        if (!Nd4j.getBackend().getClass().getSimpleName().contains("Cpu")) {
            LOG.debug("oneDNN is left out: arrays do not lie in the processor's memory");
            return false;
        }
        try {
            Loader.load(dnnl.class);
            return Onednn.ENGINE != null;
        } catch (LinkageError | RuntimeException cannotLoad) {
            LOG.debug("oneDNN is left out: its native library cannot be loaded", cannotLoad);
            return false;
        }
    }

    /** Probed at the first question. */
    private static final class Holder {
        static final boolean USABLE = probe();
    }
}
