package lichen.synthesis.objective;

import java.util.List;
import lichen.core.diff.Evaluation;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.Nhwc;
import lichen.core.tensor.TensorScope;
import lichen.descriptor.Gap;
import org.nd4j.linalg.api.ndarray.INDArray;

/** How one number for each channel is read off feature maps. */
@FunctionalInterface
interface Reading {
    /**
     * Reads the maps of a layer.
     *
     * @param map {@code [1,H,W,C]}
     * @param scope the owner of what is made on the way
     * @return C numbers, and the way back to the maps
     */
    Evaluation<INDArray, double[]> of(INDArray map, TensorScope scope);

    /** The neurons at a position, {@code [x, y]} in [0,1]; the mean over all where it is empty. */
    static Reading at(List<Double> position) {
        return position.isEmpty() ? Reading::mean : (map, scope) -> neurons(map, position, scope);
    }

    private static Evaluation<INDArray, double[]> mean(INDArray map, TensorScope scope) {
        Evaluation<INDArray, INDArray> mean = new Gap().ofLayer(map, scope); // [C]
        return new Evaluation<>(HostMemory.toDoubles(mean.value()), slopes -> {
            INDArray cotangent = scope.array(slopes.length);
            HostMemory.write(slopes, cotangent);
            return mean.pullback().apply(cotangent); // [1,1,1,C]
        });
    }

    private static Evaluation<INDArray, double[]> neurons(INDArray map, List<Double> position, TensorScope scope) {
        long column = place(position.get(0), map.size(2));
        long row = place(position.get(1), map.size(1));
        long pixel = row * map.size(2) + column;
        return new Evaluation<>(HostMemory.toDoubles(Nhwc.asMatrix(map).getRow(pixel)), slopes -> {
            INDArray gradient = scope.array(map.shape());
            gradient.assign(0);
            HostMemory.write(slopes, Nhwc.asMatrix(gradient).getRow(pixel));
            return gradient; // [1,H,W,C]
        });
    }

    private static long place(double part, long extent) {
        return Math.min((long) (part * extent), extent - 1);
    }
}
