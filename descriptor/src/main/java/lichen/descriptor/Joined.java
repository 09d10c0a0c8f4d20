package lichen.descriptor;

import java.util.ArrayList;
import java.util.List;
import lichen.core.tensor.TensorScope;
import lichen.core.tensor.Views;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Arrays one after the other in a vector.
 *
 * @param vector the numbers of all
 * @param shapes the shape of each
 */
record Joined(INDArray vector, List<long[]> shapes) {
    /** Copies the arrays into a vector of the scope. */
    static Joined of(List<INDArray> arrays, TensorScope scope) {
        INDArray vector =
                scope.array(arrays.stream().mapToLong(INDArray::length).sum());
        Joined joined = new Joined(vector, arrays.stream().map(INDArray::shape).toList());
        List<INDArray> parts = joined.split(vector);
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).assign(arrays.get(i));
        }
        return joined;
    }

    /** Views of another array of as many numbers, in the shapes of the parts. */
    List<INDArray> split(INDArray numbers) {
        INDArray flat = numbers.reshape(numbers.length());
        List<INDArray> parts = new ArrayList<>();
        long first = 0;
        for (long[] shape : shapes) {
            INDArray part = Views.of(flat, first, shape);
            parts.add(part);
            first += part.length();
        }
        return parts;
    }
}
