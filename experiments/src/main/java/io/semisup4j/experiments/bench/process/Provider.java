package io.semisup4j.experiments.bench.process;

import io.semisup4j.engine.runtime.CpuFeatures;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which kernels our side uses, and which number format both sides. */
public enum Provider {
    ONEDNN("onednn", List.of("-Dkernels=onednn,nd4j"), false),
    ONEDNN_BF16("onednn-bf16", List.of("-Dkernels=onednn,nd4j", "-Dprecision=bf16"), true),
    ND4J("nd4j", List.of("-Dkernels=nd4j"), false);

    private final String label;
    private final List<String> flags;
    private final boolean bf16;

    Provider(String label, List<String> flags, boolean bf16) {
        this.label = label;
        this.flags = flags;
        this.bf16 = bf16;
    }

    /** The provider's name in options and metrics. */
    public String label() {
        return label;
    }

    /** Flags of our process. */
    List<String> flags() {
        return flags;
    }

    /** Whether activations are bfloat16, here and at the peer. */
    boolean bf16() {
        return bf16;
    }

    /** All names. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(Provider::label).toList();
    }

    /** The provider of that name. */
    public static Provider named(String label) {
        return Arrays.stream(values())
                .filter(provider -> provider.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kernel provider is called " + label));
    }

    /** Why it makes no sense to measure it on this processor; empty if it does. */
    public Optional<String> obstacle() {
        return bf16 && !CpuFeatures.of(CpuFeatures.CPUINFO).has("avx512_bf16")
                ? Optional.of(label + " is left out: this processor has no instructions for bfloat16 (avx512_bf16).")
                : Optional.empty();
    }

    /** Why a process that describes itself so does not measure this provider; empty if it does. */
    public Optional<String> missing(String description) {
        if (this != ND4J && !description.contains("onednn")) {
            return Optional.of(label + " is left out: the oneDNN kernels cannot be loaded here.");
        }
        return bf16 && !description.contains("bf16")
                ? Optional.of(label + " is left out: nothing in this step is computed in bfloat16.")
                : Optional.empty();
    }
}
