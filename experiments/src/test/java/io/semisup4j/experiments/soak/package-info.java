/** Runs in processes of their own that are killed, stopped and disturbed: what a run folder then holds. */
package io.semisup4j.experiments.soak;
