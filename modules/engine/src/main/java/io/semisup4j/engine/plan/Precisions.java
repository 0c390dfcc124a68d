package io.semisup4j.engine.plan;

import io.semisup4j.engine.kernels.KernelProvider;
import io.semisup4j.engine.kernels.Precision;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.buffer.DataType;

/** Which precision the user wants, and whether it can be had. */
public final class Precisions {
    /** {@code float32}, the default, or {@code bf16}: mixed precision. */
    public static final String SWITCH = "precision";

    private static final Map<String, Precision> NAMES = Map.of("float32", Precision.FULL, "bf16", Precision.BFLOAT16);

    private Precisions() {}

    /** What {@code -Dprecision} says; an unknown word is a {@link PrecisionException}. */
    public static Precision requested() {
        String word = System.getProperty(SWITCH, "float32");
        Precision precision = NAMES.get(word);
        if (precision == null) {
            throw new PrecisionException(
                    "-D" + SWITCH + "=" + word + " is unknown; it may be float32 (the default) or bf16.");
        }
        return precision;
    }

    /** What a graph of this type is computed in: double graphs are for checks and never rounded. */
    static Precision settled(Precision wanted, DataType type, List<KernelProvider> providers) {
        if (wanted == Precision.FULL || type != DataType.FLOAT) {
            return Precision.FULL;
        }
        List<Optional<String>> refusals =
                providers.stream().map(provider -> provider.refusal(wanted)).toList();
        if (refusals.stream().noneMatch(Optional::isEmpty)) {
            throw new PrecisionException(
                    refusals.stream().flatMap(Optional::stream).collect(Collectors.joining(" ")) + " Leave -D" + SWITCH
                            + "=bf16 out to compute in float32.");
        }
        return wanted;
    }
}
