package io.semisup4j.paws.config;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * The supervised baseline: the same backbone with a linear classifier, trained with cross-entropy on the labelled images
 * alone, seen in the same large views.
 *
 * @param batch images a step
 * @param optimisation its epochs are passes over as many images as the training set has, labelled ones coming again
 */
public record SupervisedConfig(@Min(2) int batch, @Valid @NotNull OptimisationConfig optimisation) {}
