package io.semisup4j.reporting.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricReferenceTest {
    @Test
    void a_star_stands_for_any_word_without_a_dot() {
        MetricEntry entry = new MetricEntry("data.*.ratio", "result", "", "x");
        assertThat(entry.covers("data.cifar.ratio")).isTrue();
        assertThat(entry.covers("data.a.b.ratio")).isFalse();
        assertThat(entry.covers("dataxcifar.ratio")).isFalse();
        assertThat(new MetricEntry("loss", "step", "", "x").covers("ploss")).isFalse();
    }

    @Test
    void modules_below_have_described_their_metrics() {
        MetricReference reference = MetricReference.onClassPath();
        assertThat(reference.metric("lr")).isPresent();
        assertThat(reference.isBaseline("supervised")).isTrue();
        assertThat(reference.label("nobody.knows")).isEqualTo("nobody.knows");
        assertThat(reference.markdown()).contains("| `lr` | step |");
    }
}
