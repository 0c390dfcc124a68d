package io.semisup4j.engine.spec;

/** The Gaussian error linear unit x Phi(x), Phi being the normal distribution function, not an approximation of it. */
public sealed interface GeluSpec extends OpSpec {

    /** x; gives y and the provider's notes for the gradient, of x's shape. */
    record Forward() implements GeluSpec {}

    /** x, dy, notes; gives dx. */
    record Gradient() implements GeluSpec {}
}
