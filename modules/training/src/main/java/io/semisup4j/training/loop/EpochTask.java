package io.semisup4j.training.loop;

import java.util.Map;

/** Something to measure at the end of an epoch, such as an accuracy, before the state is saved. */
@FunctionalInterface
public interface EpochTask {

    /**
     * Measures.
     *
     * @param epoch the epoch that has ended, from 0
     * @param stepsDone optimiser steps done
     * @return numbers by stable name; empty where nothing is due
     */
    Map<String, Double> measure(int epoch, long stepsDone);

    /** Measures nothing. */
    static EpochTask none() {
        return (epoch, stepsDone) -> Map.of();
    }
}
