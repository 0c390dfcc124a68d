package io.semisup4j.reporting.tensorboard;

import java.util.Map;
import java.util.TreeMap;

/** The events that TensorBoard needs, as protocol buffers; numbers are the fields of TensorFlow's {@code event.proto}. */
final class TensorBoardEvent {
    private static final int WALL_TIME = 1;
    private static final int STEP = 2;
    private static final int FILE_VERSION = 3;
    private static final int SUMMARY = 5;
    private static final int SESSION_LOG = 7;

    private TensorBoardEvent() {}

    /** The first event of every file. */
    static byte[] version(double seconds) {
        return new Message()
                .number(WALL_TIME, seconds)
                .text(FILE_VERSION, "brain.Event:2")
                .toBytes();
    }

    /** A process begins with this step; whatever an earlier file holds from it on is void. */
    static byte[] sessionStart(double seconds, long step) {
        int status = 1;
        int start = 1;
        return new Message()
                .number(WALL_TIME, seconds)
                .integer(STEP, step)
                .message(SESSION_LOG, new Message().integer(status, start))
                .toBytes();
    }

    /** Numbers by name, in the order of their names. */
    static byte[] scalars(double seconds, long step, Map<String, Double> values) {
        Message summary = new Message();
        new TreeMap<>(values)
                .forEach((name, number) ->
                        summary.message(1, new Message().text(1, name).number(2, number.floatValue())));
        return new Message()
                .number(WALL_TIME, seconds)
                .integer(STEP, step)
                .message(SUMMARY, summary)
                .toBytes();
    }
}
