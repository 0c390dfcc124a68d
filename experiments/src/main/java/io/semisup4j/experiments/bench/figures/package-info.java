/** What repeated measurements come to. What was measured, and in which unit, is not known here. */
package io.semisup4j.experiments.bench.figures;
