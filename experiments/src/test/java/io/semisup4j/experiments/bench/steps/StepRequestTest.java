package io.semisup4j.experiments.bench.steps;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepRequestTest {
    private final StepRequest request = new StepRequest("paws-cifar", 2, 6, 32, 8, 1);

    @Test
    void arguments_of_a_process_say_everything() {
        assertThat(StepRequest.of(request.withSeed(3).arguments())).isEqualTo(request.withSeed(3));
    }

    @Test
    void the_seed_does_not_change_the_name_in_metrics() {
        assertThat(request.withSeed(3).label()).isEqualTo(request.label()).isEqualTo("paws-cifar.x2");
    }
}
