package io.semisup4j.data.folder;

import io.semisup4j.data.dataset.DataException;
import io.semisup4j.data.decode.PictureDecoder;
import io.semisup4j.data.image.Image;
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
import org.datavec.api.records.metadata.RecordMetaDataURI;
import org.datavec.api.records.reader.BaseRecordReader;
import org.datavec.api.split.InputSplit;
import org.datavec.api.writable.IntWritable;
import org.datavec.api.writable.NDArrayWritable;
import org.datavec.api.writable.Writable;
import org.nd4j.linalg.factory.Nd4j;

/**
 * DataVec's view of picture files in class folders. A record is the picture, floats 0..255 of shape 1 x 3 x height x
 * width in the order red, green, blue, and its label (an {@link IntWritable}): the place in the class list of the nearest
 * folder above it that is a class. Unlike DataVec's own reader this one takes the labels from the full class list, not
 * from the files at hand, ignores EXIF orientation, gives RGB, and refuses files that are cut off.
 */
public final class PictureRecordReader extends BaseRecordReader {
    private static final long serialVersionUID = 1;

    private final List<String> classes;
    private final transient PictureDecoder decoder = new PictureDecoder();
    private Configuration configuration;
    private ArrayList<URI> files = new ArrayList<>();
    private int next;

    /**
     * A reader of pictures of these classes.
     *
     * @param classes names of the class folders; the label {@code k} means {@code classes.get(k)}
     */
    public PictureRecordReader(List<String> classes) {
        this.classes = List.copyOf(classes);
    }

    @Override
    public void initialize(InputSplit split) throws IOException, InterruptedException {
        super.initialize(split);
        files = new ArrayList<>(Arrays.asList(split.locations()));
        reset();
    }

    @Override
    public void initialize(Configuration conf, InputSplit split) throws IOException, InterruptedException {
        setConf(conf);
        initialize(split);
    }

    @Override
    public boolean hasNext() {
        return next < files.size();
    }

    @Override
    public List<Writable> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("all " + files.size() + " pictures have been read");
        }
        List<Writable> record = read(files.get(next++));
        invokeListeners(record);
        return record;
    }

    @Override
    public Record nextRecord() {
        List<Writable> values = next();
        return new org.datavec.api.records.impl.Record(values, new RecordMetaDataURI(files.get(next - 1), getClass()));
    }

    @Override
    public boolean batchesSupported() {
        return false;
    }

    @Override
    public List<List<Writable>> next(int number) {
        throw new UnsupportedOperationException("pictures differ in size, so they are read one by one");
    }

    @Override
    public List<String> getLabels() {
        return classes;
    }

    @Override
    public void reset() {
        next = 0;
    }

    @Override
    public boolean resetSupported() {
        return true;
    }

    @Override
    public List<Writable> record(URI file, DataInputStream stream) throws IOException {
        byte[] bytes = stream.readAllBytes();
        Image image = decoder.decode(shown(file), bytes, bytes.length);
        return List.of(array(image), new IntWritable(label(file)));
    }

    @Override
    public Record loadFromMetaData(RecordMetaData metaData) {
        return new org.datavec.api.records.impl.Record(read(metaData.getURI()), metaData);
    }

    @Override
    public List<Record> loadFromMetaData(List<RecordMetaData> metaDatas) {
        return metaDatas.stream().map(this::loadFromMetaData).toList();
    }

    @Override
    public void setConf(Configuration conf) {
        configuration = conf;
    }

    @Override
    public Configuration getConf() {
        return configuration;
    }

    @Override
    public void close() {
        next = files.size();
    }

    private List<Writable> read(URI file) {
        try (InputStream stream = streamCreatorFn.apply(file)) {
            return record(file, new DataInputStream(stream));
        } catch (IOException e) {
            throw new DataException("the picture " + shown(file) + " cannot be read: " + e.getMessage(), e);
        }
    }

    private int label(URI file) {
        Path path = Path.of(file.getPath());
        for (Path folder = path.getParent();
                folder != null && folder.getFileName() != null;
                folder = folder.getParent()) {
            int label = classes.indexOf(folder.getFileName().toString());
            if (label >= 0) {
                return label;
            }
        }
        throw new DataException("the picture " + shown(file) + " lies in no folder of the " + classes.size()
                + " classes; give the class list of the folder that it belongs to.");
    }

    private static NDArrayWritable array(Image image) {
        int plane = image.height() * image.width();
        float[] values = new float[image.length()];
        for (int i = 0; i < values.length; i++) {
            values[i % 3 * plane + i / 3] = image.pixels()[i] & 0xFF;
        }
        return new NDArrayWritable(Nd4j.createFromArray(values).reshape(1, 3, image.height(), image.width()));
    }

    private static String shown(URI file) {
        return "file".equals(file.getScheme()) ? Path.of(file).toString() : file.toString();
    }
}
