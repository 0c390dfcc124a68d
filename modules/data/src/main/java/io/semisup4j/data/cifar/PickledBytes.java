package io.semisup4j.data.cifar;

import java.util.List;

/** A numpy array of unsigned bytes as a pickle builds it: made empty, then given shape and content. */
final class PickledBytes {
    private List<Integer> shape = List.of(0);
    private byte[] content = new byte[0];

    /** Row-major content; a column-major array of two axes is turned first. */
    void fill(List<Integer> shape, boolean columnMajor, byte[] content) {
        this.shape = List.copyOf(shape);
        this.content = columnMajor && shape.size() == 2 ? turned(shape.get(0), shape.get(1), content) : content;
    }

    private static byte[] turned(int rows, int columns, byte[] content) {
        byte[] turned = new byte[content.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                turned[i * columns + j] = content[j * rows + i];
            }
        }
        return turned;
    }

    List<Integer> shape() {
        return shape;
    }

    byte[] content() {
        return content;
    }
}
