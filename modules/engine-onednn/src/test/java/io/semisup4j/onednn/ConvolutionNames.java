package io.semisup4j.onednn;

import io.semisup4j.engine.spec.WindowGeometry;
import java.util.List;

/** Which of oneDNN's implementations the rule chooses for a 3x3 convolution of blocked images in float32. */
final class ConvolutionNames {
    private static final WindowGeometry WINDOW = WindowGeometry.square(3, 1, 1);

    private ConvolutionNames() {}

    /** Of the outputs, the gradient of the images and that of the weights; images [N, H, W, I], weights [3, 3, I, O]. */
    static List<String> of(long[] images, long[] weights) {
        long[] results = {images[0], images[1], images[2], weights[3]};
        NumberFormat numbers = NumberFormat.FLOAT32;
        ConvolutionFormats formats = ConvolutionFormats.of(images[3], numbers);
        ConvolutionShape shape = ConvolutionShape.of(
                Descriptors.activation(formats.x(), images),
                weights,
                Descriptors.activation(formats.y(), results),
                WINDOW,
                numbers);
        boolean suitsImages = Winograd.suitsImages(WINDOW, weights, results, numbers);
        boolean suitsWeights = Winograd.suitsWeights(WINDOW, weights, results, numbers);
        return List.of(
                Implementations.name(shape.forward(suitsImages, null)),
                Implementations.name(shape.backwardData(suitsImages)),
                Implementations.name(shape.backwardWeights(suitsWeights)));
    }
}
