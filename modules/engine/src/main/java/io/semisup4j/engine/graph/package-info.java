/**
 * A computation as a SameDiff graph, with an own reverse-mode tape that writes the backward operations into it.
 * Names, shapes and who needs a gradient live here; nothing here computes, allocates or knows a kernel.
 */
package io.semisup4j.engine.graph;
