package io.semisup4j.data.drawn;

/** The two parts of a drawn set; no picture of one is ever drawn for the other. */
public enum Split {
    /** The pictures of data_batch_1.bin to data_batch_5.bin. */
    TRAIN,
    /** The pictures of test_batch.bin. */
    TEST
}
