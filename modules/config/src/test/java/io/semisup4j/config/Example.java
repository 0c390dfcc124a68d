package io.semisup4j.config;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import java.nio.file.Path;
import java.util.List;

/** A configuration with one of everything. */
record Example(
        @Min(0) long seed,
        @Positive int epochs,
        @Min(0) int warmup,
        Loss loss,
        List<View> views,
        List<@Positive Integer> milestones,
        @Incidental @Min(1) @Max(64) int threads,
        Path pretrained,
        Loss second)
        implements SelfChecking {

    enum Decay {
        CONSTANT,
        COSINE,
        STEPS
    }

    record Loss(
            @DecimalMin(value = "0", inclusive = false) double temperature,
            @DecimalMin("0") @DecimalMax("1") float smoothing,
            boolean meMax,
            Decay decay,
            @NotEmpty String note) {}

    record View(@Positive int size, @Positive int count) {}

    static Example published() {
        return new Example(
                1,
                600,
                10,
                new Loss(0.1, 0.1f, true, Decay.COSINE, "yes: 10"),
                List.of(new View(32, 2), new View(18, 6)),
                List.of(60, 120),
                2,
                null,
                null);
    }

    @Override
    public List<String> problems() {
        return warmup <= epochs ? List.of() : List.of("warmup = " + warmup + " is more than epochs = " + epochs + ".");
    }
}
