package io.semisup4j.weights.pickle;

import java.util.List;
import java.util.Optional;

/**
 * Interprets one pickle. The result consists of unmodifiable {@code Map}, {@code List} (also for tuples), {@code
 * String}, {@code Long} (rarely {@code BigInteger}), {@code Double}, {@code Boolean}, {@code byte[]}, {@code null} and
 * what the vocabulary makes.
 */
public final class PickleMachine {
    private static final int OLDEST = 2;
    private static final int NEWEST = 5;

    private final PickleInput in;
    private final Vocabulary vocabulary;
    private final PickleStack stack;
    private final PickleMemo memo;
    private final PickleLiterals literals;
    private final PickleContainers containers;

    private PickleMachine(PickleInput in, Vocabulary vocabulary) {
        this.in = in;
        this.vocabulary = vocabulary;
        this.stack = new PickleStack(in);
        this.memo = new PickleMemo(in);
        this.literals = new PickleLiterals(in);
        this.containers = new PickleContainers(in, stack);
    }

    /**
     * Reads the pickle that begins at the input's position and leaves the input behind its end.
     *
     * @throws io.semisup4j.weights.WeightsException if it is damaged, exceeds a bound, or wants what the vocabulary
     *     does not offer
     */
    public static Object read(PickleInput in, Vocabulary vocabulary) {
        return new PickleMachine(in, vocabulary).run();
    }

    private Object run() {
        if (in.u8() != Opcode.PROTO) {
            throw in.fail("it does not begin like a pickle of protocol 2 or newer");
        }
        int protocol = in.u8();
        if (protocol < OLDEST || protocol > NEWEST) {
            throw in.fail("pickle protocol " + protocol + ", where " + OLDEST + " to " + NEWEST + " are known");
        }
        for (int opcode = in.u8(); opcode != Opcode.STOP; opcode = in.u8()) {
            execute(opcode);
        }
        return new PickleTree(in).freeze(stack.pop());
    }

    private void execute(int opcode) {
        Optional<Object> literal = literals.read(opcode);
        if (literal.isPresent()) {
            stack.push(literal.get());
        } else if (!containers.execute(opcode) && !remember(opcode)) {
            control(opcode);
        }
    }

    private boolean remember(int opcode) {
        switch (opcode) {
            case Opcode.BINPUT -> memo.put(in.u8(), stack.peek());
            case Opcode.LONG_BINPUT -> memo.put(in.u32(), stack.peek());
            case Opcode.MEMOIZE -> memo.add(stack.peek());
            case Opcode.BINGET -> stack.push(memo.get(in.u8()));
            case Opcode.LONG_BINGET -> stack.push(memo.get(in.u32()));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void control(int opcode) {
        switch (opcode) {
            case Opcode.NONE -> stack.push(null);
            case Opcode.MARK -> stack.mark();
            case Opcode.POP -> stack.pop();
            case Opcode.POP_MARK -> stack.popToMark();
            case Opcode.DUP -> stack.push(stack.peek());
            case Opcode.FRAME -> in.i64(); // only a hint how much to read at once
            case Opcode.GLOBAL -> stack.push(vocabulary.global(in.line(), in.line()));
            case Opcode.STACK_GLOBAL -> stackGlobal();
            case Opcode.REDUCE, Opcode.NEWOBJ -> call();
            case Opcode.BUILD -> build();
            case Opcode.BINPERSID -> stack.push(vocabulary.persistent(stack.pop()));
            default ->
                throw in.fail(String.format(
                        "pickle instruction 0x%02x, which files of tensors, numbers and texts do not use", opcode));
        }
    }

    private void stackGlobal() {
        Object name = stack.pop();
        Object module = stack.pop();
        if (!(name instanceof String nameText) || !(module instanceof String moduleText)) {
            throw in.fail("a Python object is named by something that is not text");
        }
        stack.push(vocabulary.global(moduleText, nameText));
    }

    /** A function called, or an object of a class made: a vocabulary sees no difference. */
    private void call() {
        Object arguments = stack.pop();
        Object function = stack.pop();
        if (!(function instanceof Vocabulary.Function callable) || !(arguments instanceof List<?> list)) {
            throw in.fail("something is called that is not a function");
        }
        stack.push(callable.call(list));
    }

    private void build() {
        Object state = stack.pop();
        vocabulary.build(stack.peek(), state);
    }
}
