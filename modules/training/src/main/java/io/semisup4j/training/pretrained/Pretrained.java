package io.semisup4j.training.pretrained;

import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.encoder.EncoderShapes;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.nets.state.OfficialState;
import io.semisup4j.weights.StateDict;
import io.semisup4j.weights.WeightsException;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Weights that somebody has trained, and what is known about them. Values are read when asked for.
 *
 * @param file where they come from: a file, or the folder of a checkpoint
 * @param kind how they are stored
 * @param stage the stage of a run of ours that trained them; empty if they are not ours
 * @param weights under official names, with official axes, without {@code module.}
 * @param epoch epochs done, if the source says so
 * @param step optimiser steps done, if the source says so
 */
public record Pretrained(Path file, Kind kind, String stage, StateDict weights, OptionalInt epoch, OptionalLong step) {

    /** How weights are stored. */
    public enum Kind {
        /** A checkpoint within a run folder of ours. */
        CHECKPOINT("a checkpoint of ours"),
        /** A safetensors file, ours or another's. */
        SAFETENSORS("a safetensors file"),
        /** A file that the authors' program wrote with {@code torch.save}. */
        OFFICIAL("an official checkpoint");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /**
     * The network that the weights belong to, found from names and shapes alone: backbone, heads and their widths.
     *
     * @throws WeightsException if it is no network of PAWS
     */
    public Encoder encoder() {
        return WeightsException.at(file.toString(), () -> EncoderShapes.encoder(weights.shapes()));
    }

    /** The values of {@link #encoder()}, loaded strictly. */
    public NetState state(DataType type) {
        return into(NetState.zeros(encoder().layout(), type)).state();
    }

    /**
     * The values for a network that somebody has chosen; strict: names and shapes must be those of the network.
     *
     * @param start gives the values of allowed names that the source does not have; it is not changed
     * @param allowed names that may be missing or unexpected; a {@code *} at the end stands for any rest
     * @throws WeightsException naming the source and every difference
     */
    public OfficialState.Imported into(NetState start, String... allowed) {
        return WeightsException.at(file.toString(), () -> OfficialState.load(start, weights, allowed));
    }

    /** For example "an official checkpoint, 85 tensors, after epoch 2". */
    @Override
    public String toString() {
        String when = epoch.isPresent() ? ", after epoch " + epoch.getAsInt() : "";
        String steps = step.isPresent() ? ", after step " + step.getAsLong() : "";
        return kind.words + ", " + weights.size() + " tensors" + when + steps;
    }
}
