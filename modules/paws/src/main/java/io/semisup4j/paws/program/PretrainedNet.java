package io.semisup4j.paws.program;

import io.semisup4j.nets.encoder.Encoder;
import io.semisup4j.nets.heads.ClassificationHead;
import io.semisup4j.nets.heads.ProjectionHead;
import io.semisup4j.nets.state.NetState;
import io.semisup4j.training.pretrained.Pretrained;
import io.semisup4j.training.pretrained.PretrainedSource;
import java.nio.file.Path;
import org.nd4j.linalg.api.buffer.DataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A net that an earlier run, or the published program, has trained. Its backbone, heads and widths are those of its
 * weights, which are loaded strictly.
 *
 * @param source where it comes from
 * @param encoder found from names and shapes
 */
public record PretrainedNet(Pretrained source, Encoder encoder) {
    private static final Logger LOG = LoggerFactory.getLogger(PretrainedNet.class);

    /**
     * Opens it.
     *
     * @param path what {@link PretrainedSource} opens
     * @param stages which stage of a run folder is wanted, best first
     */
    public static PretrainedNet open(Path path, String... stages) {
        Pretrained source = PretrainedSource.open(path, stages);
        LOG.info("The net of {} is taken: {}.", source.file(), source);
        return new PretrainedNet(source, source.encoder());
    }

    /** Itself if it gives embeddings. */
    public PretrainedNet requireEmbedding() {
        if (encoder.projection() instanceof ProjectionHead) {
            return this;
        }
        throw new PawsException(
                source.file() + " is a classifier; give an encoder that still has its projection head, as"
                        + " pre-training leaves it.");
    }

    /** Itself if it is a fine-tuned classifier of so many classes. */
    public PretrainedNet requireClassifier(int classes) {
        if (!(encoder.projection() instanceof ClassificationHead head)) {
            throw new PawsException(source.file() + " is no fine-tuned classifier; fine-tune the encoder first and give"
                    + " the folder of that run.");
        }
        if (head.classes() != classes) {
            throw new PawsException(source.file() + " tells " + head.classes() + " classes apart, but the data set has "
                    + classes + "; give the data set that it was fine-tuned on.");
        }
        return this;
    }

    /** Its values. */
    public NetState state() {
        return source.state(DataType.FLOAT);
    }
}
