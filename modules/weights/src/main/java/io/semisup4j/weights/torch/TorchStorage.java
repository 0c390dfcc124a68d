package io.semisup4j.weights.torch;

import io.semisup4j.weights.DType;

/**
 * A flat run of numbers in a torch file, of which tensors are views.
 *
 * @param key its name within the file
 * @param count number of values
 */
record TorchStorage(String key, DType dtype, long count, StorageBytes bytes) {}
