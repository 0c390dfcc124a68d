package io.semisup4j.experiments.launch;

import java.util.List;

/**
 * A data set that an experiment reads.
 *
 * @param name the last part of the property {@code -Ddata.name=DIR}
 * @param description for people, for example {@code CIFAR-10, binary or python layout}
 * @param signs files or folders one of which the folder holds if it is the right one; empty if nothing is sure
 * @param required whether the experiment cannot do without it
 */
public record DataNeed(String name, String description, List<String> signs, boolean required) {
    public DataNeed {
        signs = List.copyOf(signs);
    }

    /** One that the experiment cannot do without. */
    public DataNeed(String name, String description, List<String> signs) {
        this(name, description, signs, true);
    }

    /** The same for an experiment that leaves out what it would do with it. */
    public DataNeed optional() {
        return new DataNeed(name, description, signs, false);
    }

    /** The property with which a user says where the data set is. */
    String property() {
        return "-Ddata." + name + "=DIR";
    }
}
