package io.semisup4j.data.drawn;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes a drawn set in the CIFAR-10 binary layout: data_batch_1.bin to data_batch_5.bin, test_batch.bin and
 * batches.meta.txt. A record is one label byte, then 1,024 red, 1,024 green and 1,024 blue bytes row by row.
 */
final class CifarFiles {
    static final String META = "batches.meta.txt";
    private static final String TEST_FILE = "test_batch.bin";
    /** Pictures drawn at a time; bounds the memory. */
    private static final int CHUNK = 500;

    private CifarFiles() {}

    /** Every file that a set consists of. */
    static List<String> names() {
        return List.of(trainFile(1), trainFile(2), trainFile(3), trainFile(4), trainFile(5), TEST_FILE, META);
    }

    static void write(ShapesSpec spec, Path folder) throws IOException {
        for (int file = 1; file <= ShapesSpec.TRAIN_FILES; file++) {
            int from = boundary(spec, file - 1);
            writeFile(spec, Split.TRAIN, from, boundary(spec, file), folder.resolve(trainFile(file)));
        }
        writeFile(spec, Split.TEST, 0, spec.test(), folder.resolve(TEST_FILE));
        Files.writeString(folder.resolve(META), String.join("\n", spec.classNames()) + "\n");
    }

    private static String trainFile(int number) {
        return "data_batch_" + number + ".bin";
    }

    /** Where file number {@code file} ends; sizes differ by one at most. */
    private static int boundary(ShapesSpec spec, int file) {
        return (int) ((long) spec.train() * file / ShapesSpec.TRAIN_FILES);
    }

    private static void writeFile(ShapesSpec spec, Split split, int from, int to, Path path) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
            for (int start = from; start < to; start += CHUNK) {
                List<byte[]> pictures = IntStream.range(start, Math.min(to, start + CHUNK))
                        .parallel()
                        .mapToObj(index -> DrawnShapes.picture(spec, split, index))
                        .toList();
                for (int at = 0; at < pictures.size(); at++) {
                    out.write(spec.label(start + at));
                    out.write(pictures.get(at));
                }
            }
        }
    }
}
