package io.semisup4j.experiments.paws;

import io.semisup4j.data.augment.PawsViews;
import io.semisup4j.data.cifar.Cifar10;
import io.semisup4j.data.split.Split;
import io.semisup4j.paws.config.ViewsConfig;
import io.semisup4j.paws.program.PawsData;

/** Data sets in CIFAR-10's layout with PAWS's views of them. */
final class CifarViews {
    private CifarViews() {}

    static PawsData of(Cifar10 cifar, Split labelled, ViewsConfig views) {
        return new PawsData(
                cifar.train(),
                labelled,
                cifar.test(),
                views.cifarLargeView(),
                views.cifarSmallView(),
                PawsViews.cifarFineTuning().withSize(0, views.largeSize()).toView(),
                PawsViews.cifarEvaluation().withSize(0, views.largeSize()).toView());
    }
}
