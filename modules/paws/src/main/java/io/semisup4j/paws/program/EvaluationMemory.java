package io.semisup4j.paws.program;

import io.semisup4j.data.pipeline.LoaderOptions;
import io.semisup4j.evaluation.SoftNearestNeighbourSum;
import io.semisup4j.evaluation.encode.EncodingMeasure;
import io.semisup4j.evaluation.encode.PictureEncoder;
import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.training.memory.MemoryNeed;
import io.semisup4j.training.memory.MemoryNeed.Item;
import io.semisup4j.training.memory.MemoryNeed.Place;
import io.semisup4j.training.memory.StepNeed;
import java.util.List;

/**
 * What pictures that are encoded and then compared or classified take of the memory, found without taking it. The encoder's
 * own values are there already and are not counted.
 *
 * @param pictures how many
 * @param encoding of one batch of them
 * @param loading how they are loaded ahead
 */
record EvaluationMemory(Pictures pictures, EncodingMeasure encoding, LoaderOptions loading) {

    /**
     * Numbers of pictures.
     *
     * @param size H and W in pixels
     * @param labelled how many may be learnt from
     * @param test how many are measured on
     * @param classes of the data set
     */
    record Pictures(int size, long labelled, long test, long classes) {
        static Pictures of(PawsData data) {
            return new Pictures(
                    data.plain().height(), data.labelled().size(), data.test().size(), data.classes());
        }
    }

    static EvaluationMemory of(
            Pictures pictures, Encoder encoder, PictureEncoder.Output output, LoaderOptions loading) {
        return new EvaluationMemory(pictures, PictureEncoder.measure(encoder, output, pictures.size()), loading);
    }

    /** Of soft nearest neighbours with so many supports at a time. */
    MemoryNeed softNn(long chunk) {
        long width = encoding.width();
        long queries = pictures.test() * width
                + SoftNearestNeighbourSum.queryElements(pictures.test(), width, pictures.classes());
        long supports = chunk * width
                + SoftNearestNeighbourSum.supportElements(pictures.test(), chunk, width, pictures.classes());
        return encoded(1)
                .and(tensors("test pictures", queries))
                .and(new Item("a chunk of supports", Float.BYTES * supports, Place.TENSORS, true));
    }

    /**
     * Of a linear classifier's features, which stay while it is trained.
     *
     * @param refreshed whether they are computed anew now and then: then there are the old ones and the new ones for a
     *     moment, and two encoders
     */
    MemoryNeed linear(boolean refreshed) {
        int times = refreshed ? 2 : 1;
        long logits = 2 * pictures.test() * pictures.classes(); // without the bias, and with it
        return encoded(times)
                .and(tensors("features of labelled pictures", times * pictures.labelled() * encoding.width()))
                .and(tensors("test pictures", pictures.test() * encoding.width() + logits));
    }

    private MemoryNeed encoded(int encoders) {
        Item plan = new Item("encoder", encoders * encoding.bytes(), Place.TENSORS, false);
        Item scores = new Item(
                "scores of test pictures", Double.BYTES * pictures.test() * pictures.classes(), Place.HEAP, false);
        return new MemoryNeed(List.of(plan, scores, StepNeed.loaded(encoding.inputElements(), loading))).steady();
    }

    private static Item tensors(String what, long numbers) {
        return new Item(what, Float.BYTES * numbers, Place.TENSORS, false);
    }
}
