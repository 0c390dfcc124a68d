package io.semisup4j.onednn;

import io.semisup4j.engine.kernels.Format;
import io.semisup4j.engine.kernels.Kernel;
import io.semisup4j.engine.kernels.Signature;
import io.semisup4j.engine.spec.ElementwiseSpec;
import java.util.List;
import java.util.Optional;

/** A row or a column repeated to a matrix, as a product with ones. */
final class Broadcasts {
    private Broadcasts() {}

    /** Declined for one number, which would be repeated along both axes. */
    static Optional<Kernel> kernel(ElementwiseSpec.Broadcast spec, Signature signature) {
        long[] a = signature.input(0);
        long[] y = signature.output(0);
        long columns = y[y.length - 1];
        long rows = Descriptors.rows(y);
        boolean column = a.length == 2 && a[1] == 1 && columns > 1;
        if (Descriptors.length(a) == 1 && columns > 1 && rows > 1) {
            return Optional.empty();
        }
        Program program = new Program(signature);
        Operand given =
                program.input(0, column ? Descriptors.matrix(rows, 1, false) : Descriptors.matrix(1, columns, false));
        Operand ones = column
                ? program.constant(Descriptors.matrix(1, columns, false), c -> c.onesRow(columns))
                : program.constant(Descriptors.matrix(rows, 1, false), c -> c.onesColumn(rows));
        MatrixProducts.multiply(
                program, column ? given : ones, column ? ones : given, program.output(0, Descriptors.matrix(y)));
        return Optional.of(program.kernel(List.of(Format.PLAIN), List.of(Format.PLAIN)));
    }
}
