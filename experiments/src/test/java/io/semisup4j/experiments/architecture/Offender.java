package io.semisup4j.experiments.architecture;

import java.util.Random;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.ops.SDLoss;

/** Breaks every rule, so that the rules can be seen to bite; nobody calls it. */
final class Offender {
    private Offender() {}

    static SDVariable lose(SDLoss loss, SDVariable labels, SDVariable predictions) {
        return loss.meanSquaredError(labels, predictions, null);
    }

    static void quit() {
        System.exit(1);
    }

    static double draw() {
        return new Random().nextDouble() + Math.random();
    }
}
