package io.semisup4j.experiments.launch;

import java.util.List;

/**
 * A data set that an experiment cannot do without.
 *
 * @param name the last part of the property {@code -Ddata.name=DIR}
 * @param description for people, for example {@code CIFAR-10, binary or python layout}
 * @param signs files or folders one of which the folder holds if it is the right one; empty if nothing is sure
 */
public record DataNeed(String name, String description, List<String> signs) {
    public DataNeed {
        signs = List.copyOf(signs);
    }

    /** The property with which a user says where the data set is. */
    String property() {
        return "-Ddata." + name + "=DIR";
    }
}
