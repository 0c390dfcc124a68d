package io.semisup4j.data.cifar;

import io.semisup4j.data.dataset.DataException;
import java.util.List;
import java.util.Map;

/** The Python layout: pickled dictionaries with the keys {@code data}, {@code labels} and others that nobody needs. */
final class CifarPickle {
    private CifarPickle() {}

    /** The records of a batch file. */
    static CifarBatch parse(String file, byte[] bytes) {
        Map<?, ?> content = dictionary(file, bytes);
        if (!(content.get("data") instanceof PickledBytes data)
                || data.shape().size() != 2
                || data.shape().get(1) != CifarBatch.VALUES) {
            throw lacks(file, "'data', an array of unsigned bytes with 3072 columns", content);
        }
        if (!(content.get("labels") instanceof List<?> labels)) {
            throw lacks(file, "'labels', a list of numbers", content);
        }
        int records = data.shape().get(0);
        if (labels.size() != records) {
            throw new DataException("the CIFAR file " + file + " has " + records + " pictures but " + labels.size()
                    + " labels; each picture has one. The file is damaged: copy or download it again.");
        }
        byte[] known = new byte[records];
        for (int i = 0; i < records; i++) {
            if (!(labels.get(i) instanceof Integer label) || label < 0 || label > 255) {
                throw new DataException(
                        "the CIFAR file " + file + " has the label " + shown(labels.get(i)) + " at record " + i
                                + "; a label is a small whole number. The file is damaged: copy or download it again.");
            }
            known[i] = label.byteValue();
        }
        return new CifarBatch(known, data.content());
    }

    /** What {@code batches.meta} says. */
    static CifarMeta meta(String file, byte[] bytes) {
        Map<?, ?> content = dictionary(file, bytes);
        if (!(content.get("label_names") instanceof List<?> names)
                || names.isEmpty()
                || !names.stream().allMatch(byte[].class::isInstance)) {
            throw lacks(file, "'label_names', a list of byte strings", content);
        }
        if (!(content.get("num_cases_per_batch") instanceof Integer records)) {
            throw lacks(file, "'num_cases_per_batch', a number", content);
        }
        return new CifarMeta(
                names.stream().map(name -> StrictPickle.latin((byte[]) name)).toList(), records);
    }

    private static Map<?, ?> dictionary(String file, byte[] bytes) {
        if (StrictPickle.read(file, bytes) instanceof Map<?, ?> map) {
            return map;
        }
        throw new DataException("the CIFAR file " + file
                + " holds a pickle that is no dictionary; give a file of the official Python layout.");
    }

    /** Numbers only: anything else may contain itself or be as long as the file. */
    private static String shown(Object label) {
        return label instanceof Integer ? label.toString() : "(no whole number)";
    }

    private static List<String> keys(Map<?, ?> content) {
        return content.keySet().stream()
                .limit(10)
                .map(String::valueOf)
                .map(key -> key.length() <= 40 ? key : key.substring(0, 40) + "...")
                .toList();
    }

    private static DataException lacks(String file, String what, Map<?, ?> content) {
        return new DataException("the CIFAR file " + file + " should hold " + what + ", but its keys are "
                + keys(content) + "; give a file of the official CIFAR-10 Python layout.");
    }
}
