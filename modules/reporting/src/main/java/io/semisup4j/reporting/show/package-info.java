/**
 * Makes exhibits for the report from what every method has: views, embeddings, scores.
 * Which pictures are chosen is settled here, without randomness; how exhibits are kept and laid out is not.
 */
package io.semisup4j.reporting.show;
