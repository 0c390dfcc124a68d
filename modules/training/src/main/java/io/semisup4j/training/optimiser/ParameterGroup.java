package io.semisup4j.training.optimiser;

/**
 * How the parameters of one group are treated.
 *
 * @param name what the group is called in messages
 * @param rule which parameters belong to it
 * @param weightDecay L2 decay added to the gradient, 0 or more
 * @param adapted whether LARS scales the learning rate of each of its tensors; plain SGD ignores it
 */
public record ParameterGroup(String name, ParameterRule rule, double weightDecay, boolean adapted) {
    public ParameterGroup {
        if (!(weightDecay >= 0) || Double.isInfinite(weightDecay)) {
            throw new IllegalArgumentException("the weight decay of the parameter group '" + name + "' is "
                    + weightDecay + "; it must be a finite number, 0 or more");
        }
    }
}
