package io.semisup4j.nets.encoder;

import io.semisup4j.nets.backbones.Backbone;
import io.semisup4j.nets.backbones.ResNet;
import io.semisup4j.nets.backbones.WideResNet;
import io.semisup4j.nets.heads.ClassificationHead;
import io.semisup4j.nets.heads.PredictionHead;
import io.semisup4j.nets.heads.ProjectionHead;
import io.semisup4j.weights.WeightsException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the encoder that a state dictionary of PAWS belongs to, from names and shapes alone. */
public final class EncoderShapes {
    private final Map<String, long[]> shapes;

    private EncoderShapes(Map<String, long[]> shapes) {
        this.shapes = shapes;
    }

    /**
     * The encoder of a state dictionary, pre-trained, fine-tuned or supervised from scratch; loading it strictly then proves the rest.
     *
     * @param shapes official shapes by name, without prefixes such as {@code module.}
     * @throws WeightsException if it is no ResNet or WideResNet of PAWS
     */
    public static Encoder encoder(Map<String, long[]> shapes) {
        EncoderShapes found = new EncoderShapes(shapes);
        Backbone backbone = shapes.containsKey("conv1.bias") ? found.wideResNet() : found.resNet();
        if (shapes.containsKey("fc.weight")) {
            return Encoder.linearClassifier(backbone, found.extent("fc.weight", 0));
        }
        long hidden = found.extent("fc.fc1.weight", 0);
        if (!shapes.containsKey("fc.fc3.weight")) {
            long classes = found.extent("fc.fc2.weight", 0);
            return new Encoder(backbone, new ClassificationHead(hidden, classes), Optional.empty());
        }
        return new Encoder(
                backbone,
                new ProjectionHead(hidden, found.extent("fc.fc3.weight", 0)),
                shapes.containsKey("pred.fc1.weight") ? Optional.of(new PredictionHead()) : Optional.empty());
    }

    private WideResNet wideResNet() {
        int width = (int) (extent("layer1.0.conv1.weight", 0) / 16);
        return new WideResNet(6 * blocks(1) + 4, width);
    }

    /** Stem and block widths give the width per group and the widening, whose product is the stem's width. */
    private ResNet resNet() {
        List<Integer> blocks =
                IntStream.rangeClosed(1, 4).map(this::blocks).boxed().toList();
        int stem = (int) extent("conv1.weight", 0);
        return IntStream.rangeClosed(1, stem)
                .filter(perGroup -> stem % perGroup == 0)
                .filter(perGroup -> IntStream.rangeClosed(1, 4).allMatch(stage -> fits(stem, perGroup, stage)))
                .mapToObj(perGroup -> new ResNet(blocks, perGroup, stem / perGroup))
                .findFirst()
                .orElseThrow(() -> new WeightsException("The checkpoint is no ResNet of bottleneck blocks: no width per"
                        + " group explains a stem of " + stem + " channels and a first block of "
                        + extent("layer1.0.conv2.weight", 0) + "."));
    }

    private boolean fits(int stem, int perGroup, int stage) {
        long planes = (long) stem << (stage - 1);
        return extent("layer" + stage + ".0.conv2.weight", 0) == planes * perGroup / 64;
    }

    private int blocks(int stage) {
        int count = 0;
        while (shapes.containsKey("layer" + stage + "." + count + ".conv1.weight")) {
            count++;
        }
        return count;
    }

    private long extent(String name, int axis) {
        long[] shape = shapes.get(name);
        if (shape == null || shape.length <= axis) {
            throw new WeightsException("The checkpoint is no encoder of PAWS: it has no matrix '" + name + "'. It has "
                    + shapes.size() + " tensors, for example "
                    + shapes.keySet().stream().limit(3).toList() + ".");
        }
        return shape[axis];
    }
}
