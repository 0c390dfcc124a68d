package io.semisup4j.experiments.bench;

import io.semisup4j.config.Nearest;
import io.semisup4j.config.SelfChecking;
import io.semisup4j.experiments.bench.process.Provider;
import io.semisup4j.experiments.bench.steps.BenchSteps;
import io.semisup4j.experiments.bench.steps.StepRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is measured, and how often.
 *
 * @param steps names of training steps
 * @param providers names of kernel providers
 * @param rounds rounds of steps; who is first changes from round to round
 * @param stepsPerRound turns of each in a round; a turn is two steps, of which the second counts
 * @param warmUp first steps, whose losses are compared and whose times do not count
 * @param threads of both; 0 takes OMP_NUM_THREADS, or all processors
 * @param batchFactors multiples of the batch
 * @param smallCrops numbers of small views in the step of PAWS
 * @param pawsImages unlabelled images in the step of PAWS; 256 as published
 * @param pawsSupportImages support images of each class in the step of PAWS; 64 as published
 * @param repeatSteps steps that ours do in two fresh processes, whose results are compared bit for bit; 0 leaves it out
 * @param driftSteps steps of PAWS with Winograd's and direct convolutions and with kinds of PyTorch; 0 leaves it out
 * @param driftSeeds first weights from which every drift is measured, seeds 1, 2, ...; the metrics are medians over them
 * @param dataPictures pictures of {@code data.imagenet} and of {@code data.cifar10}, whichever are given, of which the data path
 *     makes views in a round; 0 leaves it out
 * @param python interpreter that has PyTorch
 */
public record BenchmarkConfig(
        @NotEmpty List<@NotNull String> steps,
        @NotEmpty List<@NotNull String> providers,
        @Min(1) int rounds,
        @Min(1) int stepsPerRound,
        @Min(1) int warmUp,
        @Min(0) int threads,
        @NotEmpty List<@Min(1) @Max(64) Integer> batchFactors,
        @NotEmpty List<@Min(0) @Max(32) Integer> smallCrops,
        @Min(2) int pawsImages,
        @Min(1) int pawsSupportImages,
        @Min(0) int repeatSteps,
        @Min(0) int driftSteps,
        @Min(1) int driftSeeds,
        @Min(0) int dataPictures,
        @NotNull String python)
        implements SelfChecking {

    /** Every step and provider at its own batch; the step of PAWS in an eighth of its published size. */
    static BenchmarkConfig standard() {
        return new BenchmarkConfig(
                BenchSteps.standard(),
                Provider.labels(),
                7,
                2,
                4,
                0,
                List.of(1),
                List.of(6),
                32,
                8,
                0,
                0,
                1,
                0,
                System.getProperty("python", "/usr/bin/python3"));
    }

    /** Every step in every size. */
    List<StepRequest> requests() {
        List<StepRequest> requests = new ArrayList<>();
        for (String step : steps) {
            for (int factor : batchFactors) {
                for (int crops : smallCrops) {
                    StepRequest request = request(step, factor, crops, 1);
                    if (request.hasViews() || crops == smallCrops.get(0)) {
                        requests.add(request);
                    }
                }
            }
        }
        return requests;
    }

    /** The step whose drift is measured, from each seed: PAWS in its first size. */
    List<StepRequest> drifting() {
        return IntStream.rangeClosed(1, driftSeeds)
                .mapToObj(seed -> request(BenchSteps.PAWS_CIFAR, batchFactors.get(0), smallCrops.get(0), seed))
                .toList();
    }

    private StepRequest request(String step, int factor, int crops, int seed) {
        return new StepRequest(step, factor, crops, pawsImages, pawsSupportImages, seed);
    }

    /** Threads of both sides. */
    int threadsOfBoth() {
        String environment = System.getenv("OMP_NUM_THREADS");
        int usual = environment != null && environment.matches("[1-9]\\d{0,3}")
                ? Integer.parseInt(environment)
                : Runtime.getRuntime().availableProcessors();
        return threads > 0 ? threads : usual;
    }

    @Override
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        steps.forEach(step -> check("steps", step, BenchSteps.names(), problems));
        providers.forEach(provider -> check("providers", provider, Provider.labels(), problems));
        return problems;
    }

    private static void check(String key, String given, List<String> known, List<String> problems) {
        if (!known.contains(given)) {
            problems.add(key + " has no \"" + given + "\"." + Nearest.question(given, known) + " There are "
                    + String.join(", ", known) + ".");
        }
    }
}
