package io.semisup4j.data.augment;

/** The sentences with which parameters of augmentations are refused. */
final class Checks {
    private Checks() {}

    static void probability(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " is " + value + ", but a probability lies in 0..1");
        }
    }

    static void range(String name, double low, double high, double least, double most) {
        if (!(low >= least && low <= high && high <= most)) {
            throw new IllegalArgumentException(name + " is drawn from " + low + ".." + high
                    + ", but needs a range within " + least + ".." + most + " whose start is not above its end");
        }
    }

    static void within(String name, double value, double least, double most) {
        range(name, value, value, least, most);
    }

    static void size(String what, int height, int width) {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException(what + " of " + height + " x " + width
                    + " (height x width) was asked for; each must be at least 1");
        }
        if ((long) height * width > Integer.MAX_VALUE / Canvas.CHANNELS) {
            throw new IllegalArgumentException(what + " of " + height + " x " + width
                    + " (height x width) was asked for, but a picture may have at most "
                    + Integer.MAX_VALUE / Canvas.CHANNELS
                    + " pixels");
        }
    }
}
