/**
 * How far the same training goes apart under another rounding, and whether it repeats bit for bit under the same one.
 * How long a step takes is not known here.
 */
package io.semisup4j.experiments.bench.drift;
