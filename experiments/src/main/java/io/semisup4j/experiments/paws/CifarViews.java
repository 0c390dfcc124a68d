package io.semisup4j.experiments.paws;

import io.semisup4j.data.augment.AugmentedView;
import io.semisup4j.data.augment.CenterRecipe;
import io.semisup4j.data.augment.PawsViews;
import io.semisup4j.data.cifar.Cifar10;
import io.semisup4j.data.split.Split;
import io.semisup4j.paws.config.ViewsConfig;
import io.semisup4j.paws.program.PawsData;

/** Data sets in CIFAR-10's layout with PAWS's views of them. */
final class CifarViews {
    private CifarViews() {}

    /** The whole picture at the size of the large views; CIFAR-10's own size needs no resize. */
    private static AugmentedView whole(CenterRecipe recipe, ViewsConfig views) {
        return recipe.withSize(views.largeSize(), views.largeSize()).toView();
    }

    static PawsData of(Cifar10 cifar, Split labelled, ViewsConfig views) {
        return new PawsData(
                cifar.train(),
                labelled,
                cifar.test(),
                views.cifarLargeView(),
                views.cifarSmallView(),
                whole(PawsViews.cifarFineTuning(), views),
                whole(PawsViews.cifarEvaluation(), views));
    }
}
