package io.semisup4j.engine.runtime;

/** What a machine answers to questions about CUDA; asked of the driver itself, before ND4J is loaded. */
interface CudaMachine {

    /** Whether a shared library of that name can be loaded. */
    boolean loads(String library);

    /** Number of cards that this process may use; 0 also where the driver finds none. */
    int devices();

    /** The generation of a card. */
    ComputeCapability capability(int device);
}
