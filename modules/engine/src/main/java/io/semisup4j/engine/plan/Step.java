package io.semisup4j.engine.plan;

import io.semisup4j.engine.kernels.Kernel;
import java.util.List;

/**
 * One kernel of a plan before it is bound.
 *
 * @param name the operation's kind
 * @param provider who computes it
 * @param inputs with null where the kernel does not read an input
 * @param outputs with null where nobody reads an output
 */
record Step(
        String name, String provider, Kernel kernel, List<Value> inputs, List<Value> outputs, List<Value> scratch) {}
