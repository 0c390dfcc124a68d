/**
 * Layers and blocks as immutable descriptions that write themselves into a graph under official names.
 * Images are [N, H, W, C]; whole networks live elsewhere.
 */
package io.semisup4j.nets.layers;
