package io.semisup4j.data.cifar;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the protocol-2 pickles of CIFAR and nothing else. A pickle is a program; this interpreter knows only the
 * instructions that build dictionaries, lists, tuples, numbers, byte strings and numpy arrays of unsigned bytes, and
 * refuses the file at any other instruction or name. Nothing that a file names is ever looked up or run.
 *
 * <p>Values come back as {@code Map<String, Object>}, {@code List<Object>} (lists and tuples), {@code Integer},
 * {@code Boolean}, {@code byte[]} (byte strings), {@code PickledBytes} and null.
 */
final class StrictPickle {
    private static final Object MARK = new Object();
    private static final Object UNSIGNED_BYTE = new Object();

    private final PickleBytes in;
    private final List<Object> stack = new ArrayList<>();
    private final Map<Integer, Object> memo = new HashMap<>();

    private StrictPickle(PickleBytes in) {
        this.in = in;
    }

    /** The one value of the file. */
    static Object read(String file, byte[] bytes) {
        return new StrictPickle(new PickleBytes(file, bytes)).run();
    }

    private Object run() {
        if (in.unsigned() != 0x80 || in.unsigned() != 2) {
            throw in.refused("it does not begin as a pickle of protocol 2");
        }
        for (int opcode = in.unsigned(); opcode != '.'; opcode = in.unsigned()) {
            step(opcode);
        }
        return pop();
    }

    private void step(int opcode) {
        switch (opcode) {
            case '(' -> push(MARK);
            case 'N' -> push(null);
            case 0x88 -> push(true);
            case 0x89 -> push(false);
            case 'K' -> push(in.number(1));
            case 'M' -> push(in.number(2));
            case 'J' -> push(in.number(4));
            case 'U' -> push(in.take(in.number(1)));
            case 'T' -> push(in.take(in.number(4)));
            case '}' -> push(new LinkedHashMap<String, Object>());
            case ']' -> push(new ArrayList<>());
            case ')' -> push(List.of());
            case 0x85 -> push(popTuple(1));
            case 0x86 -> push(popTuple(2));
            case 0x87 -> push(popTuple(3));
            case 't' -> push(popToMark());
            case 'a' -> append(popTuple(1));
            case 'e' -> append(popToMark());
            case 's' -> put(popTuple(2));
            case 'u' -> put(popToMark());
            case 'q' -> memo.put(in.number(1), top());
            case 'r' -> memo.put(in.number(4), top());
            case 'h' -> push(remembered(in.number(1)));
            case 'j' -> push(remembered(in.number(4)));
            case 'c' -> push(global(in.line() + " " + in.line()));
            case 'R' -> reduce();
            case 'b' -> build();
            default -> throw in.refused(String.format("it holds the pickle instruction 0x%02x", opcode));
        }
    }

    private PickleGlobal global(String name) {
        PickleGlobal global = PickleGlobal.named(name);
        if (global == null) {
            throw in.refused("it names '" + name + "', which could run anything");
        }
        return global;
    }

    private void reduce() {
        Object arguments = pop();
        Object called = pop();
        if (called == PickleGlobal.RECONSTRUCT
                && arguments instanceof List<?> list
                && !list.isEmpty()
                && list.get(0) == PickleGlobal.NDARRAY) {
            push(new PickledBytes());
        } else if (called == PickleGlobal.DTYPE
                && arguments instanceof List<?> list
                && !list.isEmpty()
                && list.get(0) instanceof byte[] name
                && latin(name).equals("u1")) {
            push(UNSIGNED_BYTE);
        } else {
            throw in.refused("it makes an object other than an array of unsigned bytes (numpy type 'u1')");
        }
    }

    /** Completes an array; a type has nothing to complete, since bytes have no order. */
    private void build() {
        Object state = pop();
        Object built = top();
        if (built == UNSIGNED_BYTE) {
            return;
        }
        if (built instanceof PickledBytes array
                && state instanceof List<?> parts
                && parts.size() == 5
                && parts.get(1) instanceof List<?> shape
                && parts.get(2) == UNSIGNED_BYTE
                && parts.get(3) instanceof Boolean columnMajor
                && parts.get(4) instanceof byte[] content) {
            array.fill(lengths(shape, content.length), columnMajor, content);
            return;
        }
        throw in.refused("its array is not given by shape, type 'u1', order and bytes");
    }

    private List<Integer> lengths(List<?> shape, int bytes) {
        List<Integer> lengths = new ArrayList<>();
        long product = 1;
        for (Object length : shape) {
            if (!(length instanceof Integer number) || number < 0) {
                throw in.refused("its array has a shape that is not made of whole numbers from 0 on");
            }
            lengths.add(number);
            product = Math.min(1L << 32, product * number);
        }
        if (product != bytes) {
            throw in.refused("its array of shape " + shape + " comes with " + bytes + " bytes");
        }
        return lengths;
    }

    @SuppressWarnings("unchecked") // Lists on the stack that are not tuples are made here, of any object.
    private void append(List<Object> values) {
        if (!(top() instanceof ArrayList<?> list)) {
            throw in.refused("it appends to something that is no list");
        }
        ((List<Object>) list).addAll(values);
    }

    @SuppressWarnings("unchecked") // Maps on the stack are made here, with text as keys.
    private void put(List<Object> pairs) {
        if (!(top() instanceof Map<?, ?> map) || pairs.size() % 2 != 0) {
            throw in.refused("it stores into something that is no dictionary");
        }
        for (int i = 0; i < pairs.size(); i += 2) {
            if (!(pairs.get(i) instanceof byte[] key)) {
                throw in.refused("a key of its dictionary is no byte string");
            }
            ((Map<String, Object>) map).put(latin(key), pairs.get(i + 1));
        }
    }

    static String latin(byte[] text) {
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private Object remembered(int slot) {
        if (!memo.containsKey(slot)) {
            throw in.refused("it recalls value " + slot + ", which it never stored");
        }
        return memo.get(slot);
    }

    private void push(Object value) {
        stack.add(value);
    }

    private Object top() {
        if (stack.isEmpty()) {
            throw in.refused("it takes a value where there is none");
        }
        return stack.get(stack.size() - 1);
    }

    private Object pop() {
        Object top = top();
        stack.remove(stack.size() - 1);
        return top;
    }

    private List<Object> popTuple(int size) {
        if (stack.size() < size) {
            throw in.refused("it takes a value where there is none");
        }
        return popFrom(stack.size() - size);
    }

    private List<Object> popToMark() {
        int mark = stack.lastIndexOf(MARK);
        if (mark < 0) {
            throw in.refused("it closes a group that it never opened");
        }
        List<Object> values = popFrom(mark + 1);
        stack.remove(mark);
        return values;
    }

    private List<Object> popFrom(int start) {
        List<Object> tail = stack.subList(start, stack.size());
        // Unmodifiable, as a tuple is: only lists that the pickle makes as lists may grow.
        List<Object> values = Collections.unmodifiableList(new ArrayList<>(tail));
        tail.clear();
        return values;
    }
}
