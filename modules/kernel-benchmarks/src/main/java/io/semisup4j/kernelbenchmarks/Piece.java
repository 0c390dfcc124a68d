package io.semisup4j.kernelbenchmarks;

import io.semisup4j.engine.graph.Graph;
import io.semisup4j.engine.graph.Tensor;
import io.semisup4j.engine.ops.Attention;
import io.semisup4j.engine.ops.BatchNorm;
import io.semisup4j.engine.ops.Convolution;
import io.semisup4j.engine.ops.Gelu;
import io.semisup4j.engine.ops.LayerNorm;
import io.semisup4j.engine.ops.Matrices;
import io.semisup4j.engine.ops.Pooling;
import io.semisup4j.engine.ops.Rows;
import io.semisup4j.engine.plan.Plan;
import io.semisup4j.engine.plan.PlanBuilder;
import io.semisup4j.engine.spec.WindowGeometry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** An operation on inputs of fixed shapes, random between -1 and 1. */
public enum Piece {
    CONVOLUTION_32(x -> convolve(x, 1), shape(64, 32, 32, 32), shape(3, 3, 32, 32)),
    CONVOLUTION_128(x -> convolve(x, 1), shape(64, 8, 8, 128), shape(3, 3, 128, 128)),
    CONVOLUTION_IMAGENET(x -> convolve(x, 1), shape(8, 56, 56, 64), shape(3, 3, 64, 64)),
    CONVOLUTION_POINTWISE(x -> convolve(x, 0), shape(8, 56, 56, 256), shape(1, 1, 256, 64)),
    BATCH_NORM_RELU(
            x -> BatchNorm.train(x.get(0), x.get(1), x.get(2), 1e-5, true).y(),
            shape(64, 32, 32, 32),
            shape(32),
            shape(32)),
    MAX_POOLING(x -> Pooling.max(x.get(0), WindowGeometry.square(3, 2, 1)), shape(8, 112, 112, 64)),
    LINEAR(x -> Matrices.linear(x.get(0), x.get(1), x.get(2)), shape(8, 197, 384), shape(1536, 384), shape(1536)),
    ATTENTION(x -> Attention.selfAttention(x.get(0), 6), shape(8, 197, 3 * 384)),
    LAYER_NORM(
            x -> LayerNorm.normalise(x.get(0), x.get(1), x.get(2), 1e-6), shape(8, 197, 384), shape(384), shape(384)),
    GELU(x -> Gelu.of(x.get(0)), shape(8, 197, 1536)),
    SOFTMAX(x -> Rows.softmax(x.get(0)), shape(8, 6, 197, 197));

    private final Function<List<Tensor>, Tensor> body;
    private final long[][] shapes;

    Piece(Function<List<Tensor>, Tensor> body, long[]... shapes) {
        this.body = body;
        this.shapes = shapes;
    }

    /** Forward and the gradients of all inputs, compiled with the providers that the process allows. */
    Plan plan() {
        Graph graph = new Graph(DataType.FLOAT);
        List<Tensor> inputs = new ArrayList<>();
        for (int i = 0; i < shapes.length; i++) {
            inputs.add(graph.differentiableInput("x" + i, shapes[i]));
        }
        Tensor y = body.apply(inputs);
        Map<Tensor, Tensor> gradients = graph.gradients(Map.of(y, graph.constant("dy", random(y.shape()))));
        PlanBuilder builder = Plan.of(graph).output("y", y);
        for (Tensor input : inputs) {
            builder.at(input, random(input.shape())).output("d" + input.name(), gradients.get(input));
        }
        return builder.compile();
    }

    private static INDArray random(long... shape) {
        int length = Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
        double[] values = new SplittableRandom(1).doubles(length, -1, 1).toArray();
        return Nd4j.createFromArray(values).castTo(DataType.FLOAT).reshape(shape);
    }

    private static Tensor convolve(List<Tensor> x, int padding) {
        return Convolution.convolve(x.get(0), x.get(1), 1, padding);
    }

    private static long[] shape(long... extents) {
        return extents;
    }
}
