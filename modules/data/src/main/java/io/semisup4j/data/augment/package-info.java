/**
 * Augmentations with the arithmetic of Pillow and torchvision, to the grey level: what may be drawn, what was drawn, and
 * its effect on 8-bit RGB pixels. No file, no data set and no tensor library lives here, except behind the one adapter
 * to DataVec's image transforms.
 */
package io.semisup4j.data.augment;
