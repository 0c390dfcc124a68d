/**
 * Backbones: images [N, H, W, 3] to features [N, D], and the registry of their names.
 * Heads and what is done with features live elsewhere.
 */
package io.semisup4j.nets.backbones;
