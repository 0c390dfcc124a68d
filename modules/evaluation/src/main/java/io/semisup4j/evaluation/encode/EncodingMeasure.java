package io.semisup4j.evaluation.encode;

import io.semisup4j.engine.plan.PlanMemory;

/**
 * What encoding a batch of pictures would take, found without taking it.
 *
 * @param plan of the intermediates
 * @param inputElements numbers of the batch of pictures
 * @param width D, numbers of one picture's embedding
 */
public record EncodingMeasure(PlanMemory plan, long inputElements, long width) {

    /** Bytes of intermediates and pictures. */
    public long bytes() {
        return plan.arenaBytes() + inputElements * plan.elementBytes();
    }
}
