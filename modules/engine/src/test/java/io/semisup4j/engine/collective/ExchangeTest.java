package io.semisup4j.engine.collective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The devices wait for each other, but never for one that will not come. */
@Timeout(60)
class ExchangeTest {

    @Test
    void everyone_receives_what_the_others_send_to_it_round_after_round() throws Exception {
        int devices = 3;
        int rounds = 50;
        List<INDArray> received = Together.run(devices, group -> {
            INDArray[] out = rows(devices);
            INDArray[] in = rows(devices);
            INDArray all = Nd4j.zeros(DataType.DOUBLE, rounds, devices);
            for (int round = 0; round < rounds; round++) {
                for (int to = 0; to < devices; to++) {
                    out[to].assign(100 * round + 10 * group.rank() + to);
                }
                group.swap("numbers", out, in);
                for (int from = 0; from < devices; from++) {
                    all.putScalar(round, from, in[from].getDouble(0));
                }
            }
            return all;
        });

        for (int rank = 0; rank < devices; rank++) {
            for (int round = 0; round < rounds; round++) {
                for (int from = 0; from < devices; from++) {
                    assertThat(received.get(rank).getDouble(round, from)).isEqualTo(100 * round + 10 * from + rank);
                }
            }
        }
    }

    @Test
    void a_failure_releases_those_that_wait_and_those_that_come_later() {
        Exchange exchange = new Exchange(3);
        CompletableFuture<Void> waiting =
                CompletableFuture.runAsync(() -> exchange.group(0).meet("end"));
        exchange.fail(2, new OutOfMemoryError("no native memory"));

        assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(ReleasedException.class)
                .hasMessageContaining("device 0 stopped, because device 2 failed")
                .hasMessageContaining("no native memory");
        assertThatThrownBy(() -> exchange.group(1).meet("end"))
                .isInstanceOf(ReleasedException.class)
                .hasCauseInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void the_first_failure_is_the_one_that_is_told() {
        Exchange exchange = new Exchange(2);
        exchange.fail(1, new IllegalStateException("first"));
        exchange.fail(0, new IllegalStateException("second"));
        assertThatThrownBy(() -> exchange.group(0).meet("end")).hasMessageContaining("first");
    }

    @Test
    void devices_that_exchange_different_things_are_told_so() {
        assertThatThrownBy(() -> Together.run(2, group -> {
                    group.meet("gather of device " + group.rank());
                    return null;
                }))
                .hasMessageContaining("different things")
                .hasMessageContaining("gather of device 0")
                .hasMessageContaining("gather of device 1");
    }

    @Test
    void an_interrupted_device_releases_the_others() throws Exception {
        Exchange exchange = new Exchange(2);
        Thread waiting = new Thread(() -> {
            try {
                exchange.group(0).meet("end");
            } catch (ReleasedException expected) {
                // what the other device sees is the point of the test
            }
        });
        waiting.start();
        waiting.interrupt();
        waiting.join();
        assertThatThrownBy(() -> exchange.group(1).meet("end"))
                .isInstanceOf(ReleasedException.class)
                .hasMessageContaining("interrupted");
    }

    @Test
    void a_device_alone_has_nobody_to_meet() {
        assertThat(Group.alone().isAlone()).isTrue();
        assertThatThrownBy(() -> Group.alone().meet("end")).hasMessageContaining("nobody");
        assertThatThrownBy(() -> new Exchange(1)).hasMessageContaining("at least 2");
        assertThatThrownBy(() -> new Exchange(2).group(2)).hasMessageContaining("no device 2");
    }

    private static INDArray[] rows(int devices) {
        INDArray[] rows = new INDArray[devices];
        for (int i = 0; i < devices; i++) {
            rows[i] = Nd4j.zeros(DataType.DOUBLE, 1, 1);
        }
        return rows;
    }
}
