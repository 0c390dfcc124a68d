package io.semisup4j.data.cifar;

import io.semisup4j.data.dataset.DataException;
import io.semisup4j.data.dataset.InMemoryImages;
import io.semisup4j.data.dataset.LabeledImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.datavec.api.split.CollectionInputSplit;
import org.datavec.api.writable.BytesWritable;
import org.datavec.api.writable.Writable;

/**
 * CIFAR-10, or any set in its layout, in memory. Training pictures are numbered through the five training files in order
 * (so official lists of indices apply to the official files).
 *
 * @param train pictures of data_batch_1 .. data_batch_5, 32 x 32 x 3
 * @param test pictures of test_batch, 32 x 32 x 3
 */
public record Cifar10(LabeledImages train, LabeledImages test) {
    /**
     * Reads all pictures through {@link CifarRecordReader}, about 200 MB for the official set.
     *
     * @param root the folder with the files of either layout, or the one above it
     * @throws DataException telling the problems of every file at once: missing, truncated, damaged, fewer records than
     *     its fellows or than the metadata says, labels that name no class
     */
    public static Cifar10 load(Path root) {
        CifarLayout.Found found = CifarLayout.find(root);
        CifarLayout layout = found.layout();
        CifarMeta meta = meta(found);
        List<String> problems = new ArrayList<>();
        Map<String, Integer> sizes = new LinkedHashMap<>();

        InMemoryImages.Builder train = new InMemoryImages.Builder(meta.classes());
        for (String name : layout.trainFiles()) {
            append(train, found.folder().resolve(name), meta, sizes, problems);
        }
        Map<String, Integer> testSize = new LinkedHashMap<>();
        InMemoryImages.Builder test = new InMemoryImages.Builder(meta.classes());
        append(test, found.folder().resolve(layout.testFile()), meta, testSize, problems);

        unequal(sizes, problems);
        sizes.putAll(testSize);
        unlikeMeta(sizes, meta, layout, problems);
        DataException.throwIfAny("the CIFAR-10 folder " + found.folder(), problems);
        return new Cifar10(train.build(), test.build());
    }

    private static CifarMeta meta(CifarLayout.Found found) {
        Path file = found.folder().resolve(found.layout().metaFile());
        CifarMeta meta;
        try {
            meta = found.layout().parseMeta(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new DataException("the CIFAR file " + file + " cannot be read: " + e.getMessage(), e);
        }
        if (meta.classes().isEmpty()) {
            throw new DataException("the CIFAR file " + file
                    + " names no class; it should hold the class names, one a line. Copy or download it again.");
        }
        return meta;
    }

    private static void append(
            InMemoryImages.Builder images,
            Path file,
            CifarMeta meta,
            Map<String, Integer> sizes,
            List<String> problems) {
        try (CifarRecordReader reader = new CifarRecordReader(meta.classes(), CifarRecordReader.Pixels.BYTES)) {
            reader.initialize(new CollectionInputSplit(List.of(file.toUri())));
            int records = 0;
            while (reader.hasNext()) {
                List<Writable> record = reader.next();
                byte[] planes = ((BytesWritable) record.get(0)).getContent();
                images.add(CifarBatch.interleaved(planes), record.get(1).toInt());
                records++;
            }
            sizes.put(file.getFileName().toString(), records);
        } catch (DataException e) {
            problems.add(e.getMessage());
        } catch (IOException e) {
            problems.add("the CIFAR file " + file + " cannot be read: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DataException("reading " + file + " was interrupted.", e);
        }
    }

    /** A file cut between two records is only seen beside its fellows. */
    private static void unequal(Map<String, Integer> sizes, List<String> problems) {
        int most = sizes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        sizes.forEach((file, records) -> {
            if (records < most) {
                problems.add(file + " has " + records + " records, but other training files have " + most
                        + "; the five training files are equally long. It is truncated: copy or download it again.");
            }
        });
    }

    private static void unlikeMeta(
            Map<String, Integer> sizes, CifarMeta meta, CifarLayout layout, List<String> problems) {
        sizes.forEach((file, records) -> {
            if (meta.recordsPerFile() > 0 && records != meta.recordsPerFile()) {
                problems.add(file + " has " + records + " records, but " + layout.metaFile() + " says "
                        + meta.recordsPerFile() + " a file. Copy or download both again.");
            }
        });
    }
}
