package io.semisup4j.data.augment;

import io.semisup4j.data.image.Image;
import io.semisup4j.data.image.ViewTransform;
import io.semisup4j.data.random.Draws;
import java.util.List;

/** A view recipe at work: augmentations one after the other, then normalisation. May be shared by many threads. */
public final class AugmentedView implements ViewTransform {
    private final int height;
    private final int width;
    private final List<Augmentation> augmentations;
    private final Normalisation normalisation;
    private final CanvasPool canvases = new CanvasPool();

    /**
     * @param height rows of the result; the augmentations must lead to it
     * @param width columns of the result; the augmentations must lead to it
     * @param augmentations in the order of application
     * @param normalisation of the result
     */
    public AugmentedView(int height, int width, List<Augmentation> augmentations, Normalisation normalisation) {
        Checks.size("a view", height, width);
        this.height = height;
        this.width = width;
        this.augmentations = List.copyOf(augmentations);
        this.normalisation = normalisation;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public int width() {
        return width;
    }

    /** What happens to a picture, in this order. */
    public List<Augmentation> augmentations() {
        return augmentations;
    }

    @Override
    public void apply(Image source, Draws draws, float[] target, int offset) {
        Canvas canvas = canvases.take();
        try {
            canvas.load(source);
            augment(canvas, draws);
            normalisation.write(canvas, target, offset);
        } finally {
            canvases.giveBack(canvas);
        }
    }

    @Override
    public byte[] picture(float[] view, int offset) {
        return normalisation.levels(view, offset, length());
    }

    private void augment(Canvas canvas, Draws draws) {
        for (Augmentation augmentation : augmentations) {
            augmentation.draw(draws, canvas.height(), canvas.width()).apply(canvas);
        }
        if (canvas.height() != height || canvas.width() != width) {
            throw new IllegalArgumentException("the picture has " + canvas.height() + " x " + canvas.width()
                    + " (height x width) pixels after all augmentations, but the view was announced as " + height
                    + " x "
                    + width + "; end the size-changing augmentations with that size");
        }
    }

    @Override
    public String toString() {
        return "AugmentedView[" + height + " x " + width + ", " + augmentations + ", " + normalisation + "]";
    }
}
