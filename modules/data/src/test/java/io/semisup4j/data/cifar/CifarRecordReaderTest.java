package io.semisup4j.data.cifar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.semisup4j.data.cifar.CifarRecordReader.Pixels;
import io.semisup4j.data.dataset.DataException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.datavec.api.records.Record;
import org.datavec.api.split.CollectionInputSplit;
import org.datavec.api.split.FileSplit;
import org.datavec.api.writable.BytesWritable;
import org.datavec.api.writable.NDArrayWritable;
import org.datavec.api.writable.Writable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;

class CifarRecordReaderTest {
    @TempDir
    Path folder;

    private final CifarRecordReader reader = new CifarRecordReader(CifarFiles.CLASSES, Pixels.BYTES);

    @BeforeEach
    void write() throws IOException {
        CifarFiles.writeBinary(folder, 3);
    }

    @Test
    void reads_a_whole_folder_as_datavec_users_give_it() throws Exception {
        reader.initialize(new FileSplit(folder.toFile()));
        assertThat(reader.next(100)).hasSize(18);
        assertThat(reader.hasNext()).isFalse();
        assertThatThrownBy(reader::next).isInstanceOf(NoSuchElementException.class);
        reader.reset();
        assertThat(reader.next(7)).hasSize(7);
        assertThat(reader.getLabels()).isEqualTo(CifarFiles.CLASSES);
    }

    @Test
    void a_record_is_the_stored_planes_and_the_label() throws Exception {
        open("data_batch_2.bin", "data_batch_1.bin");
        List<Writable> first = reader.next();
        byte[] stored = CifarFiles.binary(2, 3);
        assertThat(((BytesWritable) first.get(0)).getContent()).isEqualTo(Arrays.copyOfRange(stored, 1, 3073));
        assertThat(first.get(1).toInt()).isEqualTo(stored[0]);
    }

    @Test
    void gives_arrays_of_channels_height_width_on_request() throws Exception {
        CifarRecordReader arrays = new CifarRecordReader(CifarFiles.CLASSES, Pixels.ARRAY);
        arrays.initialize(new CollectionInputSplit(
                List.of(folder.resolve("test_batch.bin").toUri())));
        INDArray array = ((NDArrayWritable) arrays.next().get(0)).get();
        byte[] stored = CifarFiles.binary(6, 3);
        assertThat(array.shape()).containsExactly(1, 3, 32, 32);
        assertThat(array.getFloat(0, 2, 4, 9)).isEqualTo(stored[1 + 2 * 1024 + 4 * 32 + 9] & 0xFF);
    }

    @Test
    void finds_records_again_by_their_metadata() throws Exception {
        open("data_batch_1.bin", "data_batch_5.bin");
        List<Record> records = new ArrayList<>();
        while (reader.hasNext()) {
            records.add(reader.nextRecord());
        }
        List<Record> again = reader.loadFromMetaData(
                List.of(records.get(5).getMetaData(), records.get(0).getMetaData()));
        assertThat(again.get(0).getRecord()).isEqualTo(records.get(5).getRecord());
        assertThat(again.get(1).getRecord()).isEqualTo(records.get(0).getRecord());
        assertThat(records.get(5).getMetaData().getURI().toString()).endsWith("data_batch_5.bin");
    }

    @Test
    void a_split_without_files_is_told() {
        assertThatThrownBy(() -> open("batches.meta.txt"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("names no CIFAR file");
        assertThatThrownBy(() -> {
                    open("data_batch_9.bin");
                    reader.hasNext();
                })
                .isInstanceOf(DataException.class)
                .hasMessageContaining("data_batch_9.bin");
    }

    private void open(String... names) throws Exception {
        reader.initialize(new CollectionInputSplit(
                Arrays.stream(names).map(name -> folder.resolve(name).toUri()).toList()));
    }
}
