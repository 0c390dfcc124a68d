/**
 * What must be settled about the process before ND4J loads: thread and BLAS environment, backend check.
 * Nothing here may touch an ND4J class before {@link io.semisup4j.engine.runtime.ProcessStart} has run.
 */
package io.semisup4j.engine.runtime;
