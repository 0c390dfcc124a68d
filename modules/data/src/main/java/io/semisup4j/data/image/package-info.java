/**
 * What a picture is in memory, and the contract of whatever turns one into network input.
 * No file format, no data set and no particular augmentation lives here.
 */
package io.semisup4j.data.image;
