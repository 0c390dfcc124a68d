package io.semisup4j.nets.encoder;

import java.util.Set;

/**
 * Biases whose gradient in training is zero up to rounding, because a later batch norm removes constants: they can only
 * be compared against the scale of the other gradients.
 */
final class ZeroGradients {
    private static final Set<String> OF_HEADS = Set.of("fc.fc1.bias", "fc.fc2.bias", "pred.bn1.bias", "pred.fc1.bias");

    private ZeroGradients() {}

    static boolean contains(String name) {
        boolean convolutionBias = name.matches("(.*\\.)?(conv\\d|shortcut\\.0)\\.bias");
        return convolutionBias || OF_HEADS.contains(name);
    }
}
