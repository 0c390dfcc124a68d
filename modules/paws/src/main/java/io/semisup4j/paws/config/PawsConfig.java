package io.semisup4j.paws.config;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** Everything that PAWS pre-training needs to know beside its data. */
public record PawsConfig(
        @Valid @NotNull NetConfig net,
        @Valid @NotNull ViewsConfig views,
        @Valid @NotNull BatchConfig batch,
        @Valid @NotNull LossConfig loss,
        @Valid @NotNull OptimisationConfig optimisation) {

    /** CIFAR-10 with 4,000 labels as published: WideResNet-28-2, 600 epochs. */
    public static PawsConfig cifar() {
        return new PawsConfig(
                new NetConfig("wide_resnet28w2", 128, false),
                ViewsConfig.cifar(),
                new BatchConfig(256, 10, 64, 2),
                LossConfig.published(),
                OptimisationConfig.lars(600, 10, 0.8, 3.2, 0.032));
    }

    /** ImageNet with 10 % of the labels as published, on 64 devices: ResNet-50, 100 epochs. */
    public static PawsConfig imagenet() {
        return new PawsConfig(
                new NetConfig("resnet50", 2048, true),
                ViewsConfig.imagenet(),
                new BatchConfig(64, 15, 7, 1, true),
                LossConfig.published(),
                OptimisationConfig.lars(100, 10, 0.3, 6.4, 0.064));
    }

    /** With another network. */
    public PawsConfig withNet(NetConfig other) {
        return new PawsConfig(other, views, batch, loss, optimisation);
    }

    /** With other views. */
    public PawsConfig withViews(ViewsConfig other) {
        return new PawsConfig(net, other, batch, loss, optimisation);
    }

    /** With other batches. */
    public PawsConfig withBatch(BatchConfig other) {
        return new PawsConfig(net, views, other, loss, optimisation);
    }

    /** With another optimisation. */
    public PawsConfig withOptimisation(OptimisationConfig other) {
        return new PawsConfig(net, views, batch, loss, other);
    }
}
