package io.semisup4j.training.loop;

/**
 * The extent of one stage of training.
 *
 * @param name what is trained, a stable short name such as {@code paws} or {@code supervised}
 * @param totalSteps optimiser steps of the whole stage, at least 1
 * @param stepsPerEpoch optimiser steps of one epoch, at least 1; the last epoch may be shorter
 * @param imagesPerStep images (views, supports included) that one step reads on all devices together
 * @param devices W, devices that take each step together, at least 1
 */
public record Stage(String name, long totalSteps, long stepsPerEpoch, int imagesPerStep, int devices) {

    /** On one device. */
    public Stage(String name, long totalSteps, long stepsPerEpoch, int imagesPerStep) {
        this(name, totalSteps, stepsPerEpoch, imagesPerStep, 1);
    }

    public Stage {
        if (totalSteps < 1 || stepsPerEpoch < 1) {
            throw new IllegalArgumentException("the stage '" + name + "' has " + totalSteps + " steps and "
                    + stepsPerEpoch + " steps an epoch; both must be at least 1 (is the data set smaller than a batch,"
                    + " or the number of epochs 0?)");
        }
    }

    /** The same steps, each taken by so many devices together, which read as many times the images. */
    public Stage on(int number) {
        return new Stage(name, totalSteps, stepsPerEpoch, imagesPerStep / devices * number, number);
    }

    /** The epoch, from 0, that a step belongs to. */
    public int epochOf(long step) {
        return Math.toIntExact(step / stepsPerEpoch);
    }

    /** Epochs of the whole stage, a last shorter one included. */
    public int epochs() {
        return epochOf(totalSteps - 1) + 1;
    }

    /** Whether an epoch is over once so many steps are done. */
    public boolean endsEpoch(long stepsDone) {
        return stepsDone % stepsPerEpoch == 0 || stepsDone == totalSteps;
    }
}
