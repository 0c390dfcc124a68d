package io.semisup4j.weights.pickle;

import java.util.List;

/**
 * All that a pickle can reach outside its own literals. Whatever a vocabulary does not know it refuses with a
 * {@link io.semisup4j.weights.WeightsException} that names the thing and the file.
 */
public interface Vocabulary {
    /** The meaning of a Python global: a {@link Function} if it may be called, else any constant. */
    Object global(String module, String name);

    /** The object behind a persistent id, which in torch files is a storage. */
    Object persistent(Object id);

    /** Gives attributes to an object that a function of this vocabulary made. */
    void build(Object target, Object state);

    /** A Python callable that the vocabulary offers. */
    @FunctionalInterface
    interface Function {
        Object call(List<?> arguments);
    }
}
