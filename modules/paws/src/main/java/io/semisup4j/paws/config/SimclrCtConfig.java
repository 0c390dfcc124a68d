package io.semisup4j.paws.config;

import io.semisup4j.config.SelfChecking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.List;

/**
 * Everything that SimCLR+CT pre-training needs to know beside its data.
 *
 * @param temperature tau of NT-Xent and of SuNCEt
 * @param supervisedEpochs epochs in which SuNCEt is part of the loss; NT-Xent alone goes on
 */
public record SimclrCtConfig(
        @Valid @NotNull NetConfig net,
        @Valid @NotNull ViewsConfig views,
        @Valid @NotNull BatchConfig batch,
        @Positive double temperature,
        @Min(0) int supervisedEpochs,
        @Valid @NotNull OptimisationConfig optimisation)
        implements SelfChecking {

    /** ImageNet with 10 % of the labels as published, on 64 devices: ResNet-50, 100 epochs. */
    public static SimclrCtConfig imagenet() {
        return new SimclrCtConfig(
                new NetConfig("resnet50", 2048, false),
                ViewsConfig.imagenetLargeOnly(),
                new BatchConfig(44, 20, 2, 1),
                0.1,
                100,
                OptimisationConfig.lars(100, 10, 0.6, 4.8, 0.048));
    }

    /** CIFAR-10 with 4,000 labels; not published: the optimisation is that of PAWS. */
    public static SimclrCtConfig cifar() {
        return new SimclrCtConfig(
                new NetConfig("wide_resnet28w2", 128, false),
                ViewsConfig.cifarLargeOnly(),
                new BatchConfig(256, 10, 64, 2),
                0.1,
                600,
                OptimisationConfig.lars(600, 10, 0.8, 3.2, 0.032));
    }

    @Override
    public List<String> problems() {
        return views.smallCrops() == 0
                ? List.of()
                : List.of("views.smallCrops is " + views.smallCrops() + "; SimCLR+CT has large views only, so it is 0");
    }
}
