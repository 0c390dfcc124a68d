/**
 * A set of pictures that the suite draws itself, written as files in the CIFAR-10 binary or the ImageNet layout, so that an experiment
 * runs where no data set is. What is drawn and how it reaches the disk lives here; how such files are read does not.
 */
package io.semisup4j.data.drawn;
