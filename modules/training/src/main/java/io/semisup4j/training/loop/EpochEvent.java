package io.semisup4j.training.loop;

import java.util.Map;

/**
 * One epoch that is done.
 *
 * @param stage the stage's name
 * @param epoch the epoch, from 0
 * @param epochs epochs of the whole stage
 * @param means mean of every step metric over the epoch
 */
public record EpochEvent(String stage, int epoch, int epochs, Map<String, Double> means) {
    public EpochEvent {
        means = Map.copyOf(means);
    }
}
