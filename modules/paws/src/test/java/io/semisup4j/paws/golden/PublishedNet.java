package io.semisup4j.paws.golden;

import static io.semisup4j.paws.golden.GoldenTensors.relativeError;
import static org.assertj.core.api.Assertions.assertThat;

import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.encoder.EncoderShapes;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.nets.state.OfficialState;
import io.semisup4j.testing.GoldenFolder;
import io.semisup4j.weights.StateDict;
import io.semisup4j.weights.torch.TorchFile;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The published checkpoint that the golden trajectories begin with, and comparisons with their ends.
 *
 * @param encoder found from the checkpoint's names and shapes
 * @param state its values
 */
public record PublishedNet(Encoder encoder, NetState state) {

    /** The checkpoint in the given number format. */
    public static PublishedNet read(DataType type) {
        StateDict published = StateDict.of(TorchFile.open(GoldenFolder.file("paws", "wrn10w2_latest.pth.tar"))
                .tensors("encoder"));
        Encoder encoder = EncoderShapes.encoder(published.shapes());
        NetState start = NetState.zeros(encoder.layout(), type);
        return new PublishedNet(encoder, OfficialState.load(start, published).state());
    }

    /** Arrays N, C, H, W one below the other, as rows H, W, C. */
    public static float[] rows(GoldenTensors golden, List<String> names) {
        INDArray[] parts = names.stream().map(golden::array).toArray(INDArray[]::new);
        return Nd4j.concat(0, parts).permute(0, 2, 3, 1).dup('c').data().asFloat();
    }

    /** Euclidean norms of all parameters, in order. */
    public static INDArray norms(NetState state) {
        return Nd4j.createFromArray(state.layout().parameters().names().stream()
                .mapToDouble(name -> state.layout()
                        .parameters()
                        .view(state.parameters(), name)
                        .norm2Number()
                        .doubleValue())
                .toArray());
    }

    /** Compares {@code final/param}, {@code final/momentum} and {@code final/buffer}. */
    public static void assertFinal(GoldenTensors golden, NetState state, INDArray momentum, double tolerance) {
        StateDict values = OfficialState.export(state);
        StateDict momenta =
                OfficialState.export(new NetState(state.layout(), momentum, state.buffers(), state.batches()));
        assertThat(golden.names("final/")).isNotEmpty();
        for (String name : golden.names("final/")) {
            String tensor = name.substring(name.indexOf('/', "final/".length()) + 1);
            StateDict source = name.startsWith("final/momentum/") ? momenta : values;
            INDArray found = Nd4j.createFromArray(source.read(tensor).toDoubles());
            assertThat(relativeError(found, golden.array(name))).as(name).isLessThan(tolerance);
        }
    }
}
