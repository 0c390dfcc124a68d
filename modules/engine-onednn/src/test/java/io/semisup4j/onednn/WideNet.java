package io.semisup4j.onednn;

import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.kernels.KernelProvider;
import io.semisup4j.engine.ops.Arithmetic;
import io.semisup4j.engine.ops.BatchNorm;
import io.semisup4j.engine.ops.Convolution;
import io.semisup4j.engine.ops.Elementwise;
import io.semisup4j.engine.ops.Matrices;
import io.semisup4j.engine.ops.Pooling;
import io.semisup4j.engine.ops.Rows;
import io.semisup4j.engine.ops.Sums;
import io.semisup4j.engine.plan.Plan;
import io.semisup4j.engine.plan.PlanBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A step of a pre-activation residual net with biases, on drawn numbers: its loss and the gradient of every array. */
final class WideNet {
    private static final long CLASSES = 10;

    private final Graph graph;
    private final SplittableRandom random;
    private final Map<Tensor, INDArray> values = new LinkedHashMap<>();
    private final boolean relu;
    private int named;

    private WideNet(DataType type, long seed, boolean relu) {
        this.relu = relu;
        graph = new Graph(type);
        random = new SplittableRandom(seed);
    }

    /** A compiled step on images of 16 x 16 pixels; it has run once. */
    static Plan step(DataType type, List<KernelProvider> kernels, long seed, int images) {
        return step(type, kernels, seed, images, true);
    }

    /** Without its ReLUs the net is smooth, so that rounding cannot switch anything. */
    static Plan step(DataType type, List<KernelProvider> kernels, long seed, int images, boolean relu) {
        return new WideNet(type, seed, relu).compiled(kernels, images);
    }

    private Plan compiled(List<KernelProvider> kernels, int images) {
        Tensor x = graph.input("images", images, 16, 16, 3);
        Tensor labels = graph.input("labels", images, CLASSES);
        INDArray pictures = drawn(1, x.shape());
        INDArray classes = Nd4j.zeros(graph.type(), labels.shape());
        for (int i = 0; i < images; i++) {
            classes.putScalar(i, random.nextInt((int) CLASSES), 1);
        }
        Tensor logProbabilities = Rows.logSoftmax(net(x));
        Tensor loss = Elementwise.multiply(Sums.all(Arithmetic.multiply(logProbabilities, labels)), -1.0 / images);
        Tensor one = graph.constant("one", Nd4j.ones(DataType.DOUBLE, 1));
        PlanBuilder builder = Plan.of(graph).kernels(kernels).output("loss", loss);
        graph.gradients(Map.of(loss, one)).forEach((tensor, gradient) -> {
            if (values.containsKey(tensor)) {
                builder.output(tensor.name(), gradient);
            }
        });
        values.forEach(builder::at);
        Plan plan = builder.compile();
        plan.input("images").assign(pictures);
        plan.input("labels").assign(classes);
        plan.run();
        return plan;
    }

    private Tensor net(Tensor images) {
        Tensor x = convolve(images, 16, 3, 1);
        x = block(x, 32, 1);
        x = block(x, 32, 1);
        x = block(x, 64, 2);
        x = block(x, 64, 1);
        Tensor features = Pooling.globalAverage(normalise(x));
        return Matrices.linear(features, parameter(0.1, CLASSES, 64), parameter(0.1, CLASSES));
    }

    private Tensor block(Tensor x, long planes, int stride) {
        Tensor a = convolve(normalise(x), planes, 3, 1);
        a = convolve(normalise(a), planes, 3, stride);
        boolean identity = stride == 1 && x.size(-1) == planes;
        return Arithmetic.add(a, identity ? x : convolve(x, planes, 1, stride));
    }

    private Tensor normalise(Tensor x) {
        long channels = x.size(-1);
        return BatchNorm.train(x, parameter(1, channels), parameter(0.1, channels), 1e-5, relu)
                .y();
    }

    private Tensor convolve(Tensor x, long outputs, int kernel, int stride) {
        long inputs = x.size(-1);
        Tensor w = parameter(Math.sqrt(1.0 / (inputs * kernel * kernel)), kernel, kernel, inputs, outputs);
        return Convolution.convolve(x, w, parameter(0.1, outputs), stride, kernel / 2);
    }

    private Tensor parameter(double scale, long... shape) {
        Tensor parameter = graph.parameter("p" + named++, shape);
        values.put(parameter, drawn(scale, shape));
        return parameter;
    }

    private INDArray drawn(double scale, long... shape) {
        double[] numbers = random.doubles(Descriptors.length(shape), -1.7 * scale, 1.7 * scale)
                .toArray();
        return Nd4j.createFromArray(numbers).reshape(shape).castTo(graph.type());
    }
}
