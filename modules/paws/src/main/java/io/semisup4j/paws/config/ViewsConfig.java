package io.semisup4j.paws.config;

import io.semisup4j.config.SelfChecking;
import io.semisup4j.data.augment.AugmentedView;
import io.semisup4j.data.augment.PawsViews;
import io.semisup4j.data.augment.ViewRecipe;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.util.ArrayList;
import java.util.List;

/**
 * The views of an image (PAWS, section 4 and appendix).
 *
 * @param largeSize side of large views in pixels
 * @param largeMinScale smallest share of the image's area that a large view shows
 * @param largeMaxScale largest share
 * @param smallCrops M, small views of each image
 * @param smallSize side of small views in pixels
 * @param smallMinScale smallest share of the image's area that a small view shows
 * @param smallMaxScale largest share
 * @param jitter strength of the colour jitter
 */
public record ViewsConfig(
        @Min(8) int largeSize,
        @DecimalMin("0.01") @DecimalMax("1") double largeMinScale,
        @DecimalMin("0.01") @DecimalMax("1") double largeMaxScale,
        @Min(0) int smallCrops,
        @Min(8) int smallSize,
        @DecimalMin("0.01") @DecimalMax("1") double smallMinScale,
        @DecimalMin("0.01") @DecimalMax("1") double smallMaxScale,
        @DecimalMin("0") @DecimalMax("2") double jitter)
        implements SelfChecking {

    /** CIFAR-10: two views of 32 pixels, six of 18. */
    public static ViewsConfig cifar() {
        return new ViewsConfig(32, 0.75, 1, 6, 18, 0.3, 0.75, 0.5);
    }

    /** ImageNet: two views of 224 pixels, six of 96. */
    public static ViewsConfig imagenet() {
        return new ViewsConfig(224, 0.14, 1, 6, 96, 0.05, 0.14, 1);
    }

    /** ImageNet without small crops, as SimCLR+CT sees it. */
    public static ViewsConfig imagenetLargeOnly() {
        return new ViewsConfig(224, 0.08, 1, 0, 96, 0.05, 0.14, 1);
    }

    /** CIFAR-10 without small crops. */
    public static ViewsConfig cifarLargeOnly() {
        return new ViewsConfig(32, 0.5, 1, 0, 18, 0.3, 0.75, 0.5);
    }

    /** The large view of small pictures such as CIFAR's. */
    public AugmentedView cifarLargeView() {
        return large(PawsViews.cifarLarge());
    }

    /** The small view of small pictures such as CIFAR's. */
    public AugmentedView cifarSmallView() {
        return small(PawsViews.cifarSmall());
    }

    /** The large view of photographs such as ImageNet's. */
    public AugmentedView imagenetLargeView() {
        return large(PawsViews.imageNetLarge());
    }

    /** The small view of photographs such as ImageNet's. */
    public AugmentedView imagenetSmallView() {
        return small(PawsViews.imageNetSmall());
    }

    private AugmentedView large(ViewRecipe published) {
        return recipe(published, largeSize, largeMinScale, largeMaxScale);
    }

    private AugmentedView small(ViewRecipe published) {
        return recipe(published, smallSize, smallMinScale, smallMaxScale);
    }

    private AugmentedView recipe(ViewRecipe published, int size, double minScale, double maxScale) {
        return published
                .withCrop(published.crop().withSize(size, size).withScale(minScale, maxScale))
                .withAppearance(published.appearance().withJitterStrength(jitter))
                .toView();
    }

    /** With another number of small crops. */
    public ViewsConfig withSmallCrops(int crops) {
        return new ViewsConfig(
                largeSize, largeMinScale, largeMaxScale, crops, smallSize, smallMinScale, smallMaxScale, jitter);
    }

    /** With other sides of the views. */
    public ViewsConfig withSizes(int large, int small) {
        return new ViewsConfig(
                large, largeMinScale, largeMaxScale, smallCrops, small, smallMinScale, smallMaxScale, jitter);
    }

    @Override
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (largeMinScale > largeMaxScale) {
            problems.add("largeMinScale is " + largeMinScale + "; it must not exceed largeMaxScale, " + largeMaxScale);
        }
        if (smallMinScale > smallMaxScale) {
            problems.add("smallMinScale is " + smallMinScale + "; it must not exceed smallMaxScale, " + smallMaxScale);
        }
        return problems;
    }
}
