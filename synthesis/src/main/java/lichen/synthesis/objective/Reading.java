package lichen.synthesis.objective;

import lichen.core.diff.Evaluation;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.MatrixProduct;
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

    /** The mean over all positions. */
    static Reading mean() {
        return (map, scope) -> {
            Evaluation<INDArray, INDArray> mean = new Gap().ofLayer(map, scope); // [C]
            return new Evaluation<>(
                    HostMemory.toDoubles(mean.value()),
                    slopes -> mean.pullback().apply(tensor(slopes, scope, slopes.length))); // [1,1,1,C]
        };
    }

    /** The mean over all positions but those near the border; of the middle, where nothing else is left. */
    static Reading meanInside(int border) {
        return (map, scope) -> {
            double[] weights = insideWeights((int) map.size(1), (int) map.size(2), border);
            INDArray mean = scope.array(map.size(3));
            MatrixProduct.channelSums(Nhwc.asMatrix(map), tensor(weights, scope, weights.length), mean); // [C]
            return new Evaluation<>(HostMemory.toDoubles(mean), slopes -> {
                INDArray gradient = scope.array(map.shape());
                MatrixProduct.times(
                        tensor(weights, scope, weights.length, 1),
                        tensor(slopes, scope, 1, slopes.length),
                        Nhwc.asMatrix(gradient)); // [P,1] [1,C] -> [P,C]
                return gradient; // [1,H,W,C]
            });
        };
    }

    /** The neurons at a position, x and y in [0,1]. */
    static Reading neurons(double x, double y) {
        return (map, scope) -> {
            long pixel = place(y, map.size(1)) * map.size(2) + place(x, map.size(2));
            return new Evaluation<>(HostMemory.toDoubles(Nhwc.asMatrix(map).getRow(pixel)), slopes -> {
                INDArray gradient = scope.array(map.shape());
                gradient.assign(0);
                HostMemory.write(slopes, Nhwc.asMatrix(gradient).getRow(pixel));
                return gradient; // [1,H,W,C]
            });
        };
    }

    private static double[] insideWeights(int height, int width, int border) {
        int top = Math.min(border, (height - 1) / 2);
        int left = Math.min(border, (width - 1) / 2);
        double weight = 1.0 / ((height - 2 * top) * (width - 2 * left));
        double[] weights = new double[height * width];
        for (int row = top; row < height - top; row++) {
            for (int column = left; column < width - left; column++) {
                weights[row * width + column] = weight;
            }
        }
        return weights;
    }

    private static INDArray tensor(double[] numbers, TensorScope scope, long... shape) {
        INDArray tensor = scope.array(shape);
        HostMemory.write(numbers, tensor);
        return tensor;
    }

    private static long place(double part, long extent) {
        return Math.min((long) (part * extent), extent - 1);
    }
}
