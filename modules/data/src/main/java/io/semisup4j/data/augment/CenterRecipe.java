package io.semisup4j.data.augment;

import java.util.ArrayList;
import java.util.List;

/**
 * The numbers of a view that looks at the middle of the picture: for evaluation, and for light training with a flip.
 *
 * @param resize shorter side before the crop, in pixels; 0 for no resize
 * @param filter how it is resized
 * @param size rows and columns of the center crop
 * @param flip probability of a horizontal flip, 0 for evaluation
 * @param normalisation of the result
 */
public record CenterRecipe(int resize, ResampleFilter filter, int size, double flip, Normalisation normalisation) {
    public CenterRecipe {
        Checks.size("a view", size, size);
        Checks.probability("the probability of a flip", flip);
        if (resize != 0 && resize < size) {
            throw new IllegalArgumentException(
                    "the shorter side is resized to " + resize + " pixels, but a center crop of " + size + " x " + size
                            + " is to be taken from it; resize to at least that, or to 0 for not at all");
        }
    }

    /** The same for other sizes: the shorter side before the crop (0 for no resize), and the crop. */
    public CenterRecipe withSize(int newResize, int newSize) {
        return new CenterRecipe(newResize, filter, newSize, flip, normalisation);
    }

    /** The same with another normalisation. */
    public CenterRecipe withNormalisation(Normalisation newNormalisation) {
        return new CenterRecipe(resize, filter, size, flip, newNormalisation);
    }

    /** All steps before normalisation, in order. */
    public List<Augmentation> steps() {
        List<Augmentation> steps = new ArrayList<>();
        if (resize > 0) {
            steps.add(new ResizeShorterSide(resize, filter));
        }
        steps.add(new CenterCrop(size, size));
        if (flip > 0) {
            steps.add(new Sometimes(flip, new HorizontalFlip()));
        }
        return List.copyOf(steps);
    }

    /** The recipe as something to run. */
    public AugmentedView toView() {
        return new AugmentedView(size, size, steps(), normalisation);
    }
}
