package io.semisup4j.training.state;

import io.semisup4j.engine.flat.FlatLayout;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A live flat vector with its name and layout.
 *
 * @param name unique within its part; letters, digits, {@code _}, {@code -} and dots
 * @param layout names and places of the arrays in it
 * @param array the vector itself, float or double, contiguous, at least {@code layout.length()} long
 */
public record StateVector(String name, FlatLayout layout, INDArray array) {

    public StateVector {
        StateNames.check(name);
        if (array.dataType() != DataType.FLOAT && array.dataType() != DataType.DOUBLE) {
            throw new IllegalArgumentException(
                    "the state vector '" + name + "' holds " + array.dataType() + "; only FLOAT and DOUBLE are saved");
        }
        if (array.length() < layout.length()) {
            throw new IllegalArgumentException("the state vector '" + name + "' has " + array.length()
                    + " elements, but its layout needs " + layout.length());
        }
    }
}
