/**
 * What a stage of training will take of the memory, said and compared with the limits before any of it is taken.
 * What a method's batches consist of, and which of its settings would help, is known to the methods.
 */
package io.semisup4j.training.memory;
