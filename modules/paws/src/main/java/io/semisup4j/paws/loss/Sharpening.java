package io.semisup4j.paws.loss;

import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.Arithmetic;
import io.semisup4j.engine.ops.Elementwise;
import io.semisup4j.engine.ops.Sums;

/**
 * Makes distributions more confident: p^(1/T), renormalised (PAWS, section 3).
 *
 * @param temperature T, above 0; 1 changes nothing
 */
public record Sharpening(double temperature) {

    public Sharpening {
        if (!(temperature > 0)) {
            throw new IllegalArgumentException("the sharpening temperature must be above 0, not " + temperature);
        }
    }

    /** Sharpens every row; p is N x C with entries of at least 0. */
    public Tensor sharpen(Tensor p) {
        Tensor powers = Elementwise.power(p, 1 / temperature);
        return Arithmetic.divide(powers, Sums.rows(powers));
    }
}
