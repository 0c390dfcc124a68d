package io.semisup4j.training.pretrained;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;

/**
 * The run that weights come from.
 *
 * @param experiment the experiment's name; empty if it is not known
 * @param config the configuration; JSON's null if it is not known
 */
public record RunOrigin(String experiment, JsonNode config) {

    /** Of weights that are exported outside any run. */
    public static RunOrigin unknown() {
        return new RunOrigin("", NullNode.getInstance());
    }
}
