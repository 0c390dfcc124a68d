/**
 * Where a layer stands while a network is written into a graph: its official name, and the forward pass it belongs to.
 * No layer and no array lives here.
 */
package io.semisup4j.nets.scope;
