package io.semisup4j.paws.program;

import io.semisup4j.reporting.csv.CsvFormat;
import java.util.List;

/** The CSV files of the published programs: a row every ten iterations. The header comes once, also after a resume. */
public final class OfficialCsv {
    private static final int EVERY = 10;

    /** Of PAWS pre-training. */
    public static final CsvFormat PAWS =
            new CsvFormat("epoch,itr,paws-xent-loss,paws-me_max-reg,time (ms)", List.of("ploss", "rloss"), EVERY);

    /** Of SimCLR with the supervised contrastive term (SimCLR+CT). */
    public static final CsvFormat SIMCLR_CT =
            new CsvFormat("epoch,itr,suncet-loss,simclr-loss,time (ms)", List.of("suncet", "simclr"), EVERY);

    private OfficialCsv() {}
}
