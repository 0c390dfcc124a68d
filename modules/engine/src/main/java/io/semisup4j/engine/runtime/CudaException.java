package io.semisup4j.engine.runtime;

/** This machine cannot compute with CUDA; the message says in a sentence what is missing and what to do. */
public final class CudaException extends RuntimeException {
    CudaException(String message) {
        super(message);
    }
}
