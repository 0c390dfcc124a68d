/**
 * Steps in processes of their own, so that memory and threads are theirs alone: the line protocol, our side of it, and
 * the way to start ours and the peer's. Which step is meant and what its figures mean is not known here.
 */
package io.semisup4j.experiments.bench.process;
