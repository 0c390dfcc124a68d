package io.semisup4j.nets.encoder;

import io.semisup4j.nets.state.NetState;
import io.semisup4j.nets.state.OfficialState;
import io.semisup4j.weights.StateDict;

/** The start of PAWS's cross-entropy fine-tuning: a pre-trained encoder under a new classifier. */
public final class PretrainedClassifier {
    private static final String NEW = "fc.fc2.*";
    private static final String[] REPLACED = {NEW, "fc.bn2.*", "fc.fc3.*", "pred.*"};

    private PretrainedClassifier() {}

    /**
     * Takes backbone, {@code fc.fc1} and {@code fc.bn1} from the pre-trained encoder and the classifier {@code fc.fc2}
     * from the start; the rest of the projection head and the prediction head are not used. Everything else must fit.
     *
     * @param start a new state of {@link Encoder#classifier}; it is not changed
     * @param pretrained the pre-trained encoder's dictionary, without prefixes such as {@code module.}
     * @throws io.semisup4j.weights.WeightsException naming every other difference
     */
    public static OfficialState.Imported load(NetState start, StateDict pretrained) {
        return OfficialState.load(start, pretrained.without(REPLACED), NEW);
    }
}
