package io.semisup4j.data.cifar;

import io.semisup4j.data.dataset.DataException;

/** The binary layout: records of {@value #RECORD} bytes, one of label and 3072 of colour planes. */
final class CifarBinary {
    static final int RECORD = 1 + CifarBatch.VALUES;

    private CifarBinary() {}

    static CifarBatch parse(String file, byte[] bytes) {
        if (bytes.length == 0 || bytes.length % RECORD != 0) {
            throw new DataException("the CIFAR file " + file + " has " + bytes.length + " bytes, which is "
                    + bytes.length / RECORD + " records of " + RECORD + " bytes and " + bytes.length % RECORD
                    + " bytes more; a whole file has whole records (an official one 10000, "
                    + 10_000 * RECORD + " bytes). It is truncated or no CIFAR file: copy or download it again.");
        }
        int records = bytes.length / RECORD;
        byte[] labels = new byte[records];
        byte[] planes = new byte[records * CifarBatch.VALUES];
        for (int i = 0; i < records; i++) {
            labels[i] = bytes[i * RECORD];
            System.arraycopy(bytes, i * RECORD + 1, planes, i * CifarBatch.VALUES, CifarBatch.VALUES);
        }
        return new CifarBatch(labels, planes);
    }
}
