package io.semisup4j.nets.backbones;

import io.semisup4j.nets.layers.Layer;

/** A network from images [N, H, W, 3] to features [N, D]. */
public interface Backbone extends Layer {

    /** Width D of the features. */
    long features();
}
