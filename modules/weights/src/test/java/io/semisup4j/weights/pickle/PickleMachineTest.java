package io.semisup4j.weights.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.semisup4j.weights.WeightsException;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PickleMachineTest {
    /** Offers one function, which answers its arguments. */
    private static final Vocabulary ECHO = new Vocabulary() {
        @Override
        public Object global(String module, String name) {
            return (Function) arguments -> module + "." + name + arguments;
        }

        @Override
        public Object persistent(Object id) {
            return "persistent " + id;
        }

        @Override
        public void build(Object target, Object state) {}
    };

    @Test
    void reads_every_literal() {
        assertThat(values("N")).containsExactly((Object) null);
        assertThat(values("\u0088\u0089")).containsExactly(true, false);
        assertThat(values("K\u00ff", "M\u00ff\u00ff", "J\u00ff\u00ff\u00ff\u00ff"))
                .containsExactly(255L, 65535L, -1L);
        assertThat(values("\u008a\u0000", "\u008a\u0001\u0080", "\u008a\u0002\u0080\u0000"))
                .containsExactly(0L, -128L, 128L);
        assertThat(values("\u008a\u0009\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0001"))
                .containsExactly(BigInteger.ONE.shiftLeft(64));
        assertThat(values("\u008b\u0001\u0000\u0000\u0000\u0007")).containsExactly(7L);
        assertThat(values("G\u003f\u00e0\u0000\u0000\u0000\u0000\u0000\u0000")).containsExactly(0.5);
        assertThat(values("X\u0002\u0000\u0000\u0000ab", "\u008c\u0001c")).containsExactly("ab", "c");
        assertThat(values("\u008d\u0001\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u007a"))
                .containsExactly("z");
        assertThat(values("C\u0001\u0005")).containsExactly(new byte[] {5});
    }

    @Test
    void reads_containers_of_protocol_2_and_4() {
        byte[] two = PickleBytes.protocol(2)
                .op("}q")
                .op(0)
                .op("(")
                .text("list")
                .op("](")
                .number(1)
                .number(2)
                .op("e")
                .text("tuple")
                .number(3)
                .op(0x85)
                .text("empty")
                .op(")")
                .op("u")
                .stop();
        assertThat(read(two)).isEqualTo(Map.of("list", List.of(1L, 2L), "tuple", List.of(3L), "empty", List.of()));
        byte[] four = PickleBytes.protocol(4)
                .op(0x95)
                .u64(30)
                .op(0x8c, 1, 'm', 0x94)
                .op(0x8c, 1, 'f')
                .op(0x93)
                .op("h")
                .op(0)
                .op(0x85)
                .op("R")
                .stop();
        assertThat(read(four)).isEqualTo("m.f[m]");
    }

    @Test
    void results_cannot_be_modified() {
        Object list = read(PickleBytes.protocol(2).op("]").number(1).op("a").stop());
        assertThatThrownBy(() -> ((List<?>) list).clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void reads_one_pickle_after_another() {
        byte[] one = PickleBytes.protocol(2).number(1).stop();
        byte[] both = Arrays.copyOf(one, 2 * one.length);
        System.arraycopy(one, 0, both, one.length, one.length);
        PickleInput in = new PickleInput(new ByteArrayInputStream(both), both.length, "two");
        PickleMachine.read(in, ECHO);
        assertThat(in.position()).isEqualTo(one.length);
        assertThat(PickleMachine.read(in, ECHO)).isEqualTo(1L);
        assertThat(in.remaining()).isZero();
    }

    @Test
    void a_length_beyond_the_end_is_refused_before_memory_is_taken() {
        refuses(
                PickleBytes.protocol(2).op("X").u32(0x00FF_FFFF).op("abc").stop(),
                "a text of 16777215 bytes, but only");
        refuses(PickleBytes.protocol(2).op("X").u32(0xFFFF_FFFFL).op("abc").stop(), "at most");
        refuses(PickleBytes.protocol(4).op(0x8d).u64(-1).stop(), "a text of 18446744073709551615 bytes");
        refuses(PickleBytes.protocol(4).op(0x8b).u32(1 << 30).stop(), "an integer of 1073741824 bytes");
    }

    @Test
    void a_pickle_that_unfolds_to_astronomic_size_is_refused() {
        PickleBytes bomb = PickleBytes.protocol(4).op("]").op(0x94);
        for (int level = 0; level < 40; level++) {
            bomb.op("](").op("h").op(level).op("h").op(level).op("e").op(0x94);
        }
        refuses(bomb.stop(), "unfolds to more than");
    }

    @Test
    void nesting_is_bounded_whether_marked_or_not_and_through_itself() {
        refuses(PickleBytes.protocol(2).op("]".repeat(5000) + "a".repeat(4999)).stop(), "nested more than");
        refuses(PickleBytes.protocol(2).op("(".repeat(5000) + "t".repeat(5000)).stop(), "nested more than");
        refuses(PickleBytes.protocol(2).op("]q\0h\0a").stop(), "inside themselves");
        refuses(PickleBytes.protocol(2).op("}q\0").text("self").op("h\0s").stop(), "inside themselves");
    }

    @Test
    void the_stack_and_the_memo_have_limits() {
        refuses(PickleBytes.protocol(2).op("N".repeat(PickleLimits.STACK + 1)).stop(), "values on the stack");
        PickleBytes many = PickleBytes.protocol(2).op("N");
        for (int i = 0; i <= PickleLimits.MEMO; i++) {
            many.op('r', i, i >> 8, i >> 16, 0);
        }
        refuses(many.stop(), "remembered values");
    }

    @Test
    void nonsense_is_refused_with_its_place() {
        refuses(PickleBytes.protocol(2).stop(), "empty stack");
        refuses(PickleBytes.protocol(2).op("(").stop(), "empty stack");
        refuses(PickleBytes.protocol(2).op("t").stop(), "never began");
        refuses(PickleBytes.protocol(2).number(1).number(2).op("a").stop(), "not a list");
        refuses(PickleBytes.protocol(2).op("](NNNu").stop(), "not a dictionary");
        refuses(PickleBytes.protocol(2).op("}]Ns").stop(), "dictionary key");
        refuses(PickleBytes.protocol(2).op("h\7").stop(), "remembered value 7");
        refuses(PickleBytes.protocol(2).text("f").op(")R").stop(), "not a function");
        refuses(PickleBytes.protocol(2).op("NN").op(0x93).stop(), "not text");
        refuses(PickleBytes.protocol(2).op("I12\n").stop(), "0x49");
        refuses(PickleBytes.protocol(9).stop(), "protocol 9");
        refuses(new byte[] {'(', '.'}, "does not begin like a pickle");
        refuses(new byte[0], "it ends where");
    }

    private static void refuses(byte[] pickle, String words) {
        assertThatThrownBy(() -> read(pickle))
                .isInstanceOf(WeightsException.class)
                .hasMessageStartingWith("some.pth cannot be read: ")
                .hasMessageContaining(words);
    }

    private static Object[] values(String... literals) {
        return ((List<?>) read(PickleBytes.protocol(2)
                        .op("(" + String.join("", literals) + "t")
                        .stop()))
                .toArray();
    }

    private static Object read(byte[] pickle) {
        return PickleMachine.read(new PickleInput(new ByteArrayInputStream(pickle), pickle.length, "some.pth"), ECHO);
    }
}
