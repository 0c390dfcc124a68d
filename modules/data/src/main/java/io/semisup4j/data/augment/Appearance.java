package io.semisup4j.data.augment;

import java.util.ArrayList;
import java.util.List;

/**
 * How a training view changes colours and sharpness, in the order of its steps: color jitter, grayscale, Gaussian blur,
 * solarize, equalize. A step of probability 0 is left out.
 *
 * @param jitter probability of the color jitter
 * @param jitterStrength s of {@link ColorJitter#ofStrength}
 * @param grayscale probability of the conversion to grey
 * @param blur probability of the Gaussian blur
 * @param blurRadius the radius that is drawn for it
 * @param solarize probability of solarizing, with a threshold uniform in 0..256
 * @param equalize probability of equalizing the histogram
 */
public record Appearance(
        double jitter,
        double jitterStrength,
        double grayscale,
        double blur,
        RandomBlur blurRadius,
        double solarize,
        double equalize) {
    /** Changes nothing. */
    public static final Appearance UNCHANGED = new Appearance(0, 0, 0, 0, new RandomBlur(0, 0), 0, 0);

    public Appearance {
        Checks.probability("the probability of color jitter", jitter);
        Checks.within("the strength of a color jitter", jitterStrength, 0, ColorJitter.MAX_STRENGTH);
        Checks.probability("the probability of grayscale", grayscale);
        Checks.probability("the probability of blur", blur);
        Checks.probability("the probability of solarize", solarize);
        Checks.probability("the probability of equalize", equalize);
    }

    /** The same with another strength of the color jitter. */
    public Appearance withJitterStrength(double strength) {
        return new Appearance(jitter, strength, grayscale, blur, blurRadius, solarize, equalize);
    }

    /** The steps that can happen at all, in order. */
    public List<Augmentation> steps() {
        List<Augmentation> steps = new ArrayList<>();
        add(steps, jitter, ColorJitter.ofStrength(jitterStrength));
        add(steps, grayscale, new Grayscale());
        add(steps, blur, blurRadius);
        add(steps, solarize, new RandomSolarize());
        add(steps, equalize, new Equalize());
        return List.copyOf(steps);
    }

    private static void add(List<Augmentation> steps, double probability, Augmentation step) {
        if (probability > 0) {
            steps.add(new Sometimes(probability, step));
        }
    }
}
