package io.semisup4j.weights.pickle;

import java.util.ArrayList;
import java.util.List;

/** The interpreter's stack, divided by marks; what lies below the last mark cannot be popped. */
final class PickleStack {
    private final PickleInput in;
    private final List<Object> values = new ArrayList<>();
    private final List<Integer> marks = new ArrayList<>();

    PickleStack(PickleInput in) {
        this.in = in;
    }

    void push(Object value) {
        if (values.size() >= PickleLimits.STACK) {
            throw in.fail("more than " + PickleLimits.STACK + " values on the stack");
        }
        values.add(value);
    }

    Object pop() {
        Object value = peek();
        values.remove(values.size() - 1);
        return value;
    }

    Object peek() {
        if (values.size() <= floor()) {
            throw in.fail("a value is taken from an empty stack");
        }
        return values.get(values.size() - 1);
    }

    void mark() {
        if (marks.size() >= PickleLimits.DEPTH) {
            throw in.fail("containers nested more than " + PickleLimits.DEPTH + " deep");
        }
        marks.add(values.size());
    }

    /** Removes the last mark and everything above it, which is answered in order. */
    List<Object> popToMark() {
        if (marks.isEmpty()) {
            throw in.fail("a container ends that never began");
        }
        List<Object> above = values.subList(floor(), values.size());
        marks.remove(marks.size() - 1);
        List<Object> popped = new ArrayList<>(above);
        above.clear();
        return popped;
    }

    private int floor() {
        return marks.isEmpty() ? 0 : marks.get(marks.size() - 1);
    }
}
