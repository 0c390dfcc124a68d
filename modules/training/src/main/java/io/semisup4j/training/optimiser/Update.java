package io.semisup4j.training.optimiser;

/**
 * How the elements of a segment are updated in one step: {@code v = momentum*v + u} with {@code u = -rate*g - decay*p},
 * then {@code p += v}, or {@code p += u + momentum*v} with Nesterov.
 *
 * @param momentum share of the last step that is taken again
 * @param nesterov whether a step looks ahead
 * @param rate learning rate, adapted where LARS says so
 * @param decay weight decay times rate
 */
record Update(double momentum, boolean nesterov, double rate, double decay) {}
