package io.semisup4j.nets.state;

/** The values of an array in a new network; a pure function of a random stream and the element's index. */
public sealed interface Initialiser {

    /** The value of one element. */
    double value(CounterRandom random, long index);

    /** One value everywhere. */
    record Constant(double value) implements Initialiser {
        @Override
        public double value(CounterRandom random, long index) {
            return value;
        }
    }

    /** Uniform between -bound and bound. */
    record Uniform(double bound) implements Initialiser {
        @Override
        public double value(CounterRandom random, long index) {
            return bound * (2 * random.uniform(index) - 1);
        }
    }

    /** Normal with mean 0. */
    record Normal(double deviation) implements Initialiser {
        @Override
        public double value(CounterRandom random, long index) {
            return deviation * random.normal(index);
        }
    }

    /** PyTorch's default for weights and biases of convolutions and linear layers: uniform in +-1/sqrt(fan in). */
    static Initialiser byFanIn(long fanIn) {
        return new Uniform(1 / Math.sqrt(fanIn));
    }

    /** Normal with deviation sqrt(2 / fan out), for layers that a ReLU follows (He et al. 2015). */
    static Initialiser kaimingByFanOut(long fanOut) {
        return new Normal(Math.sqrt(2.0 / fanOut));
    }
}
