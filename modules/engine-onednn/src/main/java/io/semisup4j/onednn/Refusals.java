package io.semisup4j.onednn;

/** Tells oneDNN's "I have no primitive for this" from mistakes of ours. */
final class Refusals {
    private Refusals() {}

    /** The binding turns every C++ exception into a plain {@link RuntimeException} with oneDNN's text. */
    static boolean isRefusal(RuntimeException failure) {
        return failure.getClass() == RuntimeException.class
                && failure.getMessage() != null
                && failure.getMessage().startsWith("could not create a");
    }
}
