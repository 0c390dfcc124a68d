package io.semisup4j.reporting.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Records computed by hand from the format: protocol buffers of event.proto in frames with a bit-by-bit CRC-32C. */
class TensorBoardFormatTest {
    private static final double TIME = 1.5;

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Test
    void the_checksum_is_castagnolis_rotated_and_shifted() {
        // CRC-32C of "123456789" is e3069283: rotated right by 15 bits 2507c60d, plus a282ead8.
        byte[] check = "123456789".getBytes(StandardCharsets.US_ASCII);
        assertThat(RecordFrame.maskedCrc(check, check.length)).isEqualTo(0x2507c60d + 0xa282ead8);
    }

    @Test
    void the_first_record_names_the_version() {
        assertThat(hex(RecordFrame.of(TensorBoardEvent.version(TIME))))
                .isEqualTo("1800000000000000" + "a37f4b22" // length 24 and its checksum
                        + "09" + "000000000000f83f" // field 1, 64 bits: 1.5
                        + "1a0d" + "627261696e2e4576656e743a32" // field 3, 13 bytes: brain.Event:2
                        + "2a28646c");
    }

    @Test
    void a_session_start_carries_the_step_from_which_older_events_are_void() {
        assertThat(hex(RecordFrame.of(TensorBoardEvent.sessionStart(TIME, 300))))
                .isEqualTo("1000000000000000" + "95fbfe18"
                        + "09" + "000000000000f83f"
                        + "10" + "ac02" // field 2, varint: 300
                        + "3a02" + "0801" // field 7: session log with status 1, start
                        + "713b788a");
    }

    @Test
    void scalars_are_simple_values_in_the_order_of_their_names() {
        assertThat(hex(RecordFrame.of(TensorBoardEvent.scalars(TIME, 300, Map.of("ploss", 0.25, "lr", 1.6)))))
                .isEqualTo("2700000000000000" + "bbe1b146"
                        + "09" + "000000000000f83f"
                        + "10" + "ac02"
                        + "2a19" // field 5: summary of 25 bytes
                        + "0a09" + "0a02" + "6c72" + "15" + "cdcccc3f" // lr, 32 bits: 1.6
                        + "0a0c" + "0a05" + "706c6f7373" + "15" + "0000803e" // ploss: 0.25
                        + "8687bdb0");
    }

    @Test
    void large_and_negative_numbers_take_as_many_varint_bytes_as_they_need() {
        assertThat(hex(new Message().integer(1, 1L << 35).toBytes())).isEqualTo("08808080808001");
        assertThat(hex(new Message().integer(1, -1).toBytes())).isEqualTo("08ffffffffffffffffff01");
    }
}
