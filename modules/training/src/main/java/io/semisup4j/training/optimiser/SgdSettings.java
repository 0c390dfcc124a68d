package io.semisup4j.training.optimiser;

import java.util.Optional;

/**
 * Settings of stochastic gradient descent with momentum.
 *
 * @param momentum share of the previous update that is kept, 0 to below 1
 * @param nesterov whether the update looks ahead (Nesterov)
 * @param groups decay and adaptation by parameter
 * @param lars layer-wise adaptation of the learning rate, if any
 */
public record SgdSettings(double momentum, boolean nesterov, ParameterGroups groups, Optional<Lars> lars) {
    public SgdSettings {
        if (!(momentum >= 0 && momentum < 1)) {
            throw new IllegalArgumentException(
                    "the momentum is " + momentum + "; it must be at least 0 and less than 1, usually 0.9");
        }
    }

    /** Plain SGD. */
    public static SgdSettings plain(double momentum, boolean nesterov, ParameterGroups groups) {
        return new SgdSettings(momentum, nesterov, groups, Optional.empty());
    }

    /** SGD whose learning rates are adapted by LARS. */
    public static SgdSettings adapted(double momentum, boolean nesterov, ParameterGroups groups, Lars lars) {
        return new SgdSettings(momentum, nesterov, groups, Optional.of(lars));
    }
}
