package io.semisup4j.experiments.bench.steps;

import io.semisup4j.nets.backbones.Backbone;
import io.semisup4j.nets.backbones.ResNet;
import io.semisup4j.nets.backbones.VisionTransformer;
import io.semisup4j.nets.backbones.WideResNet;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.layers.Layer;
import java.util.List;
import java.util.Map;

/** The steps by name. */
public final class BenchSteps {
    /** The whole step of PAWS. */
    public static final String PAWS_CIFAR = "paws-cifar";

    private static final int IMAGENET_CLASSES = 1000;

    private BenchSteps() {}

    /** What is measured unless something else is asked for. */
    public static List<String> standard() {
        return List.of("wrn-28-2", "resnet-50", "vit-s", PAWS_CIFAR);
    }

    /** All names; {@code tiny} is a step of milliseconds that shows whether everything works. */
    public static List<String> names() {
        return List.of("wrn-28-2", "resnet-50", "vit-s", PAWS_CIFAR, "tiny");
    }

    /** The step that is asked for. */
    public static BenchStep named(StepRequest request) {
        int factor = request.batchFactor();
        return switch (request.step()) {
            case "wrn-28-2" -> wideResNet(28, 2, 64 * factor, 32);
            case "tiny" -> wideResNet(10, 1, 4 * factor, 8);
            case "resnet-50" -> resNet50(8 * factor);
            case "vit-s" -> transformer(VisionTransformer.small(224), 8 * factor);
            case PAWS_CIFAR ->
                PawsCifarStep.of(
                        request.pawsImages() * factor, request.pawsSupportImages() * factor, request.smallCrops());
            default -> throw new IllegalArgumentException("no step is called " + request.step());
        };
    }

    /** Any backbone under a linear classifier. */
    public static Layer classifier(Backbone backbone, int classes) {
        Encoder encoder = Encoder.linearClassifier(backbone, classes);
        return (scope, images) -> encoder.apply(scope, images).z();
    }

    private static BenchStep wideResNet(int depth, int width, int batch, int size) {
        return new SupervisedStep(
                classifier(new WideResNet(depth, width), 10),
                batch,
                size,
                10,
                Map.of("kind", "wide-resnet", "depth", depth, "width", width, "classes", 10));
    }

    private static BenchStep transformer(VisionTransformer net, int batch) {
        return new SupervisedStep(
                net.classifier(IMAGENET_CLASSES),
                batch,
                net.imageSize(),
                IMAGENET_CLASSES,
                Map.of(
                        "kind",
                        "vit",
                        "size",
                        net.imageSize(),
                        "patch",
                        net.patchSize(),
                        "width",
                        net.width(),
                        "blocks",
                        net.blocks(),
                        "heads",
                        net.heads(),
                        "classes",
                        IMAGENET_CLASSES));
    }

    private static BenchStep resNet50(int batch) {
        return new SupervisedStep(
                classifier(ResNet.of(1, 3, 4, 6, 3), IMAGENET_CLASSES),
                batch,
                224,
                IMAGENET_CLASSES,
                Map.of("kind", "resnet50", "classes", IMAGENET_CLASSES));
    }
}
