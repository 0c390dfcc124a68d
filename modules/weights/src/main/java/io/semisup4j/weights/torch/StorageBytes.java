package io.semisup4j.weights.torch;

/** Where the raw little-endian bytes of one storage come from. */
@FunctionalInterface
interface StorageBytes {
    byte[] read(long from, int length);
}
