package io.semisup4j.reporting.guard;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.semisup4j.reporting.Events;
import io.semisup4j.training.loop.StepEvent;
import io.semisup4j.training.loop.TrainingListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class GuardTest {
    @Test
    void a_failing_listener_is_one_warning_and_then_silent() {
        ListAppender<ILoggingEvent> said = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(Guarded.class);
        said.start();
        logger.addAppender(said);
        AtomicInteger heard = new AtomicInteger();
        TrainingListener failing = new TrainingListener() {
            @Override
            public void onStep(StepEvent event) {
                heard.incrementAndGet();
                throw new UncheckedIOException(new IOException("No space left on device"));
            }
        };
        Events.play(new Guarded("TensorBoard files", failing), "paws", 0, 12, 1);
        logger.detachAppender(said);
        assertThat(heard).hasValue(1);
        assertThat(said.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .contains("The TensorBoard files cannot be written (IOException: No space left on device);"
                        + " the run goes on without.");
    }

    @Test
    void an_allowance_is_the_grace_and_then_its_share_of_the_time() {
        AtomicLong now = new AtomicLong();
        Allowance allowance = new Allowance(0.01, 1, now::get);
        assertThat(allowance.affords()).isTrue();
        allowance.spend(() -> now.addAndGet(3_000_000_000L));
        assertThat(allowance.affords()).isFalse();
        now.set(199_000_000_000L);
        assertThat(allowance.affords()).isFalse();
        now.set(201_000_000_000L);
        assertThat(allowance.affords()).isTrue();
    }
}
