package io.semisup4j.onednn;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bytedeco.dnnl.primitive_desc_base;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches which of oneDNN's implementations are chosen: its reference loops are a hundred times slower. */
final class Implementations {
    private static final Logger LOG = LoggerFactory.getLogger(Implementations.class);
    /** Kinds already reported, so that a plan of a thousand operations says a thing once. */
    private static final Set<String> REPORTED = ConcurrentHashMap.newKeySet();

    private Implementations() {}

    /** Kinds of primitives that ran through reference loops in this process. */
    static Set<String> reported() {
        return Set.copyOf(REPORTED);
    }

    static boolean isReference(primitive_desc_base description) {
        return name(description).startsWith("ref");
    }

    static String name(primitive_desc_base description) {
        return description.impl_info_str().getString();
    }

    /** Warns once for every kind of primitive that falls to the reference loops. */
    static void check(primitive_desc_base description) {
        if (isReference(description)) {
            String kind = description.get_kind() + " (" + name(description) + ")";
            if (REPORTED.add(kind)) {
                LOG.warn("oneDNN has only its slow reference loops for a {}; please report the net.", kind);
            }
        }
    }
}
