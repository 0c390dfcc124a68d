package io.semisup4j.engine.spec;

import java.util.Locale;

/** A kind of operation with its constants; the key by which providers choose kernels. */
public interface OpSpec {

    /** Short name for graphs and profiles, for example {@code convolution.forward}. */
    default String opName() {
        Class<?> family = getClass().getEnclosingClass();
        String own = camelToDash(getClass().getSimpleName());
        return family == null ? own : camelToDash(family.getSimpleName().replaceAll("Spec$", "")) + "." + own;
    }

    private static String camelToDash(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
