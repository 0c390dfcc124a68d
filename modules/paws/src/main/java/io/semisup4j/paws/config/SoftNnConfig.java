package io.semisup4j.paws.config;

import io.semisup4j.evaluation.encode.PictureEncoder;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;

/**
 * Soft nearest-neighbour evaluation (PAWS, section 5).
 *
 * @param usePred whether the output of the prediction head is compared, or that of the projection head
 * @param temperature tau of the softmax over similarities
 * @param size side of the views in pixels
 * @param chunk supports that are looked at together; bounds the memory
 */
public record SoftNnConfig(boolean usePred, @Positive double temperature, @Min(8) int size, @Min(1) int chunk) {
    /** Supports a chunk unless told otherwise: 8192 x 2048 floats are 64 MB. */
    public static final int CHUNK = 8192;

    /** ImageNet as published. */
    public static SoftNnConfig imagenet(boolean usePred) {
        return new SoftNnConfig(usePred, 0.1, 224, CHUNK);
    }

    /** CIFAR-10 as published. */
    public static SoftNnConfig cifar() {
        return new SoftNnConfig(false, 0.1, 32, CHUNK);
    }

    /** What is compared. */
    public PictureEncoder.Output output() {
        return usePred ? PictureEncoder.Output.PREDICTION : PictureEncoder.Output.PROJECTION;
    }
}
