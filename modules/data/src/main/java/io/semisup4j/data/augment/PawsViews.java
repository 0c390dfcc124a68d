package io.semisup4j.data.augment;

/**
 * The published views of PAWS and SimCLR+CT (Assran et al. 2021, and the code released with it). Each is a record of
 * numbers: change what differs with its {@code with} methods, then call {@code toView()}.
 */
public final class PawsViews {
    private static final double FLIP = 0.5;
    private static final Appearance IMAGENET_APPEARANCE =
            new Appearance(0.8, 1.0, 0.2, 0.5, new RandomBlur(0.1, 2.0), 0, 0);
    private static final Appearance CIFAR_APPEARANCE = new Appearance(0.8, 0.5, 0, 0, new RandomBlur(0, 0), 0.2, 0.2);

    private PawsViews() {}

    /** Large views of ImageNet beside small ones (multi-crop): 224 x 224 of 14..100 % of the picture. */
    public static ViewRecipe imageNetLarge() {
        return imageNet(224, 0.14, 1);
    }

    /** Views of ImageNet without multi-crop, and of SimCLR+CT: 224 x 224 of 8..100 % of the picture. */
    public static ViewRecipe imageNetOnlyLarge() {
        return imageNet(224, 0.08, 1);
    }

    /** Small views of ImageNet: 96 x 96 of 5..14 % of the picture. */
    public static ViewRecipe imageNetSmall() {
        return imageNet(96, 0.05, 0.14);
    }

    /** Large views of CIFAR-10 beside small ones (multi-crop): 32 x 32 of 75..100 % of the picture. */
    public static ViewRecipe cifarLarge() {
        return cifar(32, 0.75, 1);
    }

    /** Views of CIFAR-10 without multi-crop: 32 x 32 of 50..100 % of the picture. */
    public static ViewRecipe cifarOnlyLarge() {
        return cifar(32, 0.5, 1);
    }

    /** Small views of CIFAR-10: 18 x 18 of 30..75 % of the picture. */
    public static ViewRecipe cifarSmall() {
        return cifar(18, 0.3, 0.75);
    }

    /** "Basic" views of ImageNet, for fine-tuning: random resized crop and flip only. */
    public static ViewRecipe imageNetFineTuning() {
        return imageNet(224, 0.08, 1).withAppearance(Appearance.UNCHANGED);
    }

    /** "Basic" views of CIFAR-10, for fine-tuning: flip only. */
    public static CenterRecipe cifarFineTuning() {
        return new CenterRecipe(0, ResampleFilter.BILINEAR, 32, FLIP, Normalisation.CIFAR10);
    }

    /** ImageNet for evaluation: shorter side to 256, then the middle 224 x 224. */
    public static CenterRecipe imageNetEvaluation() {
        return new CenterRecipe(256, ResampleFilter.BILINEAR, 224, 0, Normalisation.IMAGENET);
    }

    /** CIFAR-10 for evaluation: the picture as it is. */
    public static CenterRecipe cifarEvaluation() {
        return new CenterRecipe(0, ResampleFilter.BILINEAR, 32, 0, Normalisation.CIFAR10);
    }

    private static ViewRecipe imageNet(int size, double minScale, double maxScale) {
        RandomResizedCrop crop = RandomResizedCrop.square(size, minScale, maxScale);
        return new ViewRecipe(crop, FLIP, IMAGENET_APPEARANCE, Normalisation.IMAGENET);
    }

    private static ViewRecipe cifar(int size, double minScale, double maxScale) {
        RandomResizedCrop crop = RandomResizedCrop.square(size, minScale, maxScale);
        return new ViewRecipe(crop, FLIP, CIFAR_APPEARANCE, Normalisation.CIFAR10);
    }
}
