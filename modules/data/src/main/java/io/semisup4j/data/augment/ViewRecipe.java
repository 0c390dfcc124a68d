package io.semisup4j.data.augment;

import java.util.ArrayList;
import java.util.List;

/**
 * The numbers of a training view, in the order of its steps.
 *
 * @param crop where the view looks, and its size
 * @param flip probability of the horizontal flip
 * @param appearance what happens to colours and sharpness
 * @param normalisation of the result
 */
public record ViewRecipe(RandomResizedCrop crop, double flip, Appearance appearance, Normalisation normalisation) {
    public ViewRecipe {
        Checks.probability("the probability of a flip", flip);
    }

    /** The same with square views of another size. */
    public ViewRecipe withSize(int size) {
        return withCrop(crop.withSize(size, size));
    }

    /** The same with another crop. */
    public ViewRecipe withCrop(RandomResizedCrop newCrop) {
        return new ViewRecipe(newCrop, flip, appearance, normalisation);
    }

    /** The same with another appearance. */
    public ViewRecipe withAppearance(Appearance newAppearance) {
        return new ViewRecipe(crop, flip, newAppearance, normalisation);
    }

    /** The same with another normalisation. */
    public ViewRecipe withNormalisation(Normalisation newNormalisation) {
        return new ViewRecipe(crop, flip, appearance, newNormalisation);
    }

    /** All steps before normalisation, in order. */
    public List<Augmentation> steps() {
        List<Augmentation> steps = new ArrayList<>();
        steps.add(crop);
        if (flip > 0) {
            steps.add(new Sometimes(flip, new HorizontalFlip()));
        }
        steps.addAll(appearance.steps());
        return List.copyOf(steps);
    }

    /** The recipe as something to run. */
    public AugmentedView toView() {
        return new AugmentedView(crop.height(), crop.width(), steps(), normalisation);
    }
}
