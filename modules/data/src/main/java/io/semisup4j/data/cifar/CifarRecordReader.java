package io.semisup4j.data.cifar;

import io.semisup4j.data.dataset.DataException;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.datavec.api.conf.Configuration;
import org.datavec.api.records.Record;
import org.datavec.api.records.metadata.RecordMetaData;
import org.datavec.api.records.metadata.RecordMetaDataIndex;
import org.datavec.api.records.reader.BaseRecordReader;
import org.datavec.api.split.InputSplit;
import org.datavec.api.writable.BytesWritable;
import org.datavec.api.writable.IntWritable;
import org.datavec.api.writable.NDArrayWritable;
import org.datavec.api.writable.Writable;
import org.nd4j.linalg.factory.Nd4j;

/**
 * DataVec's view of CIFAR files, in the binary layout (names ending in {@code .bin}) or the Python layout (all others).
 * A record is the picture and its label (an {@link IntWritable}). The files of the split are read one after the other in
 * the split's order; metadata and read-me files are passed over. A damaged file is a {@link DataException}.
 */
public final class CifarRecordReader extends BaseRecordReader {
    private static final long serialVersionUID = 1;
    private static final List<String> PASSED_OVER = List.of("batches.meta", "batches.meta.txt", "readme.html");

    /** How a record holds its picture. */
    public enum Pixels {
        /** A {@link BytesWritable} of 3072 unsigned bytes, planes red, green, blue. */
        BYTES,
        /** An {@link NDArrayWritable} of floats 0..255, 1 x 3 x 32 x 32, as DataVec's image readers give it. */
        ARRAY
    }

    private final List<String> classes;
    private final Pixels pixels;
    private Configuration configuration;
    private ArrayList<URI> files = new ArrayList<>();
    private int nextFile;
    private transient CifarBatch batch;
    private int nextRecord;

    /**
     * A reader for files with these classes.
     *
     * @param classes names in order of the labels, ten for CIFAR-10
     */
    public CifarRecordReader(List<String> classes, Pixels pixels) {
        this.classes = List.copyOf(classes);
        this.pixels = pixels;
    }

    @Override
    public void initialize(InputSplit split) throws IOException, InterruptedException {
        super.initialize(split);
        files = new ArrayList<>(Arrays.stream(split.locations())
                .filter(file -> !PASSED_OVER.contains(name(file)))
                .toList());
        if (files.isEmpty()) {
            throw new DataException("the input split names no CIFAR file; give one with data_batch_1.bin, or with other"
                    + " files of the binary or Python layout.");
        }
        reset();
    }

    @Override
    public void initialize(Configuration configuration, InputSplit split) throws IOException, InterruptedException {
        setConf(configuration);
        initialize(split);
    }

    @Override
    public boolean hasNext() {
        while (batch == null || nextRecord >= batch.size()) {
            if (nextFile >= files.size()) {
                return false;
            }
            batch = read(files.get(nextFile++));
            nextRecord = 0;
        }
        return true;
    }

    @Override
    public List<Writable> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("all records of " + files.size() + " CIFAR files have been read");
        }
        List<Writable> record = writables(batch, nextRecord++);
        invokeListeners(record);
        return record;
    }

    @Override
    public Record nextRecord() {
        List<Writable> values = next();
        return new org.datavec.api.records.impl.Record(
                values, new RecordMetaDataIndex(nextRecord - 1, files.get(nextFile - 1), getClass()));
    }

    @Override
    public boolean batchesSupported() {
        return true;
    }

    @Override
    public List<List<Writable>> next(int number) {
        List<List<Writable>> records = new ArrayList<>();
        while (records.size() < number && hasNext()) {
            records.add(next());
        }
        return records;
    }

    @Override
    public List<String> getLabels() {
        return classes;
    }

    @Override
    public void reset() {
        nextFile = 0;
        nextRecord = 0;
        batch = null;
    }

    @Override
    public boolean resetSupported() {
        return true;
    }

    /** The first record of a stream in the layout that the name of {@code file} tells. */
    @Override
    public List<Writable> record(URI file, DataInputStream stream) throws IOException {
        return writables(parse(file, stream.readAllBytes()), 0);
    }

    @Override
    public Record loadFromMetaData(RecordMetaData metaData) {
        return loadFromMetaData(List.of(metaData)).get(0);
    }

    @Override
    public List<Record> loadFromMetaData(List<RecordMetaData> metaDatas) {
        List<Record> records = new ArrayList<>();
        URI open = null;
        CifarBatch content = null;
        for (RecordMetaData metaData : metaDatas) {
            if (!(metaData instanceof RecordMetaDataIndex place)) {
                throw new IllegalArgumentException(
                        "a CIFAR record is found by file and index, but was asked for by " + metaData);
            }
            if (!place.getURI().equals(open)) {
                open = place.getURI();
                content = read(open);
            }
            records.add(new org.datavec.api.records.impl.Record(
                    writables(content, Math.toIntExact(place.getIndex())), place));
        }
        return records;
    }

    @Override
    public void setConf(Configuration configuration) {
        this.configuration = configuration;
    }

    @Override
    public Configuration getConf() {
        return configuration;
    }

    @Override
    public void close() {
        batch = null;
    }

    private CifarBatch read(URI file) {
        try (InputStream stream = open(file)) {
            return parse(file, stream.readAllBytes());
        } catch (IOException e) {
            throw new DataException("the CIFAR file " + shown(file) + " cannot be read: " + e.getMessage(), e);
        }
    }

    private InputStream open(URI file) {
        try {
            return streamCreatorFn.apply(file);
        } catch (RuntimeException e) { // DataVec wraps whatever keeps it from opening a file.
            throw new DataException(
                    "the CIFAR file " + shown(file) + " cannot be opened; check that it exists and may be read.", e);
        }
    }

    private CifarBatch parse(URI file, byte[] bytes) {
        return CifarLayout.ofFile(name(file)).parse(shown(file), bytes).checked(shown(file), classes.size());
    }

    private List<Writable> writables(CifarBatch from, int record) {
        byte[] planes = from.planes(record);
        Writable picture = pixels == Pixels.BYTES ? new BytesWritable(planes) : array(planes);
        return List.of(picture, new IntWritable(from.label(record)));
    }

    private static Writable array(byte[] planes) {
        float[] values = new float[planes.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = planes[i] & 0xFF;
        }
        return new NDArrayWritable(
                Nd4j.createFromArray(values).reshape(1, CifarBatch.CHANNELS, CifarBatch.SIDE, CifarBatch.SIDE));
    }

    private static String name(URI file) {
        String path = file.getPath() == null ? file.toString() : file.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String shown(URI file) {
        return "file".equals(file.getScheme()) ? Path.of(file).toString() : file.toString();
    }
}
