package io.semisup4j.weights.pickle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The instructions that make and fill lists, tuples (unmodifiable lists) and dictionaries. */
final class PickleContainers {
    private final PickleInput in;
    private final PickleStack stack;

    PickleContainers(PickleInput in, PickleStack stack) {
        this.in = in;
        this.stack = stack;
    }

    /** Executes the instruction, or answers false if it is of another kind. */
    boolean execute(int opcode) {
        switch (opcode) {
            case Opcode.EMPTY_LIST -> stack.push(new ArrayList<>());
            case Opcode.EMPTY_DICT -> stack.push(new LinkedHashMap<>());
            case Opcode.EMPTY_TUPLE -> stack.push(List.of());
            case Opcode.TUPLE -> stack.push(Collections.unmodifiableList(stack.popToMark()));
            case Opcode.TUPLE1 -> stack.push(tuple(1));
            case Opcode.TUPLE2 -> stack.push(tuple(2));
            case Opcode.TUPLE3 -> stack.push(tuple(3));
            case Opcode.APPEND -> append(tuple(1));
            case Opcode.APPENDS -> append(stack.popToMark());
            case Opcode.SETITEM -> setItems(tuple(2));
            case Opcode.SETITEMS -> setItems(stack.popToMark());
            default -> {
                return false;
            }
        }
        return true;
    }

    private List<Object> tuple(int length) {
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            items.add(stack.pop());
        }
        Collections.reverse(items);
        return Collections.unmodifiableList(items);
    }

    private void append(List<Object> items) {
        if (!(stack.peek() instanceof ArrayList<?> target)) {
            throw in.fail("something is appended to what is not a list");
        }
        @SuppressWarnings("unchecked") // every ArrayList on the stack was made above, for any objects
        List<Object> list = (List<Object>) target;
        list.addAll(items);
    }

    private void setItems(List<Object> keysAndValues) {
        if (!(stack.peek() instanceof LinkedHashMap<?, ?> target) || keysAndValues.size() % 2 != 0) {
            throw in.fail("items are set on what is not a dictionary");
        }
        @SuppressWarnings("unchecked") // every LinkedHashMap on the stack takes any objects
        Map<Object, Object> map = (Map<Object, Object>) target;
        for (int i = 0; i < keysAndValues.size(); i += 2) {
            map.put(key(keysAndValues.get(i)), keysAndValues.get(i + 1));
        }
    }

    private Object key(Object key) {
        boolean plain = key == null
                || key instanceof String
                || key instanceof Long
                || key instanceof Double
                || key instanceof Boolean
                || key instanceof BigInteger;
        if (!plain) {
            throw in.fail("a dictionary key that is neither text nor number");
        }
        return key;
    }
}
