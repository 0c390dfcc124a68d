/**
 * An interpreter for the part of Python's pickle language that files of tensors need, with stated bounds.
 * It can build only what a {@link io.semisup4j.weights.pickle.Vocabulary} offers; no file format and no tensor is known here.
 */
package io.semisup4j.weights.pickle;
