package io.semisup4j.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class TensorDataTest {
    @Test
    void converts_between_number_formats() {
        assertThat(TensorData.ofFloats(new float[] {1.5f, -2}, 2).toDoubles()).containsExactly(1.5, -2);
        assertThat(TensorData.ofDoubles(new double[] {0.1}, 1).toFloats()).containsExactly(0.1f);
        assertThat(TensorData.ofLongs(new long[] {1L << 60}, 1).toLongs()).containsExactly(1L << 60);
        assertThat(TensorData.ofFloats(new float[] {3, -4}, 2).toLongs()).containsExactly(3, -4);
        assertThatThrownBy(() -> TensorData.ofFloats(new float[] {Float.NaN}, 1).toLongs())
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("not a whole number");
    }

    @Test
    void widens_both_half_formats_exactly() {
        assertThat(halves(
                        DType.FLOAT16, 0x3C00, 0xBC00, 0x0000, 0x8000, 0x0001, 0x03FF, 0x0400, 0x7BFF, 0x3555, 0xFC00))
                .containsExactly(
                        1,
                        -1,
                        0f,
                        -0f,
                        0x1p-24f,
                        1023 * 0x1p-24f,
                        0x1p-14f,
                        65504,
                        0x1.554p-2f,
                        Float.NEGATIVE_INFINITY);
        assertThat(halves(DType.FLOAT16, 0x7E00, 0xFFFF)).containsOnly(Float.NaN);
        assertThat(halves(DType.BFLOAT16, 0x3F80, 0xC040, 0x7F80, 0x0001))
                .containsExactly(1, -3, Float.POSITIVE_INFINITY, Float.intBitsToFloat(1 << 16));
    }

    private static float[] halves(DType dtype, int... bits) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * bits.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int half : bits) {
            bytes.putShort((short) half);
        }
        return TensorData.of(dtype, bytes.flip(), bits.length).toFloats();
    }

    @Test
    void cannot_be_changed_from_outside() {
        float[] values = {1, 2};
        long[] shape = {2};
        TensorData tensor = TensorData.ofFloats(values, shape);
        values[0] = 9;
        shape[0] = 9;
        tensor.shape()[0] = 9;
        tensor.toFloats()[0] = 9;
        tensor.bytes().getInt();
        assertThat(tensor).isEqualTo(TensorData.ofFloats(new float[] {1, 2}, 2));
        assertThat(tensor.bytes().isReadOnly()).isTrue();
    }

    @Test
    void refuses_data_that_does_not_fit_the_shape() {
        assertThatThrownBy(() -> TensorData.ofFloats(new float[5], 2, 3))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("[2, 3]")
                .hasMessageContaining("needs 24 bytes, but 20");
        assertThatThrownBy(() -> TensorData.ofFloats(new float[5], -1))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("negative extent");
        assertThatThrownBy(() -> TensorData.ofFloats(new float[1], 1L << 40))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("2 GiB");
    }

    @Test
    void equality_is_of_bits_format_and_shape() {
        TensorData zero = TensorData.ofFloats(new float[] {0}, 1);
        assertThat(zero).isNotEqualTo(TensorData.ofFloats(new float[] {-0f}, 1));
        assertThat(zero).isNotEqualTo(TensorData.ofFloats(new float[] {0}));
        assertThat(zero).hasSameHashCodeAs(TensorData.ofFloats(new float[] {0}, 1));
        assertThat(TensorData.ofFloats(new float[] {0}, 1, 1)).hasToString("FLOAT32[1, 1]");
    }
}
