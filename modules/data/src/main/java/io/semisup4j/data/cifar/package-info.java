/**
 * CIFAR-10 as its authors distribute it, in the binary and in the Python layout, behind DataVec's record reader.
 * Other data sets do not live here, nor does any choice of which pictures carry labels.
 */
package io.semisup4j.data.cifar;
