package io.semisup4j.experiments.launch;

import java.time.InstantSource;
import java.util.function.IntConsumer;

/**
 * What the launcher takes from the process, replaced in tests.
 *
 * @param console where it speaks
 * @param clock the time of run folders, rates and results
 * @param stopping how it hears of Ctrl-C
 * @param prepare what is done before a run on so many devices begins, such as loading ND4J
 */
record Surroundings(Console console, InstantSource clock, Stopping stopping, IntConsumer prepare) {}
