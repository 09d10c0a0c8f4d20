package lichen.descriptor;

import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import lichen.core.wave.SpectrumGrid;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The largest box in the middle of a map whose sides are divisible by a number, as planes of numbers. */
final class CentralCrop {
    private final int width;
    private final int channels;
    private final long[] shape;
    private final SpectrumGrid grid;
    private final int top;
    private final int left;

    /** Chooses the box; both sides of the map must be at least as long as the divisor. */
    CentralCrop(INDArray map, int divisor) {
        shape = map.shape();
        int height = Math.toIntExact(shape[1]);
        width = Math.toIntExact(shape[2]);
        channels = Math.toIntExact(shape[3]);
        grid = new SpectrumGrid(height - height % divisor, width - width % divisor);
        top = height % divisor / 2;
        left = width % divisor / 2;
    }

    /** The extents of the box. */
    SpectrumGrid grid() {
        return grid;
    }

    /** The box of a map, {@code [1,H,W,C] -> [C][h w]}, fresh. */
    double[][] planes(INDArray map) {
        float[] numbers = HostMemory.toFloats(map);
        double[][] planes = new double[channels][grid.pixels()];
        for (int i = 0; i < grid.pixels(); i++) {
            int source = pixel(i);
            for (int c = 0; c < channels; c++) {
                planes[c][i] = numbers[source + c];
            }
        }
        return planes;
    }

    /** A map with these numbers in the box and 0 around it, {@code [C][h w] -> [1,H,W,C]}. */
    INDArray map(double[][] planes, TensorScope scope) {
        INDArray map = scope.array(shape);
        float[] numbers = new float[Math.toIntExact(map.length())];
        for (int i = 0; i < grid.pixels(); i++) {
            int target = pixel(i);
            for (int c = 0; c < channels; c++) {
                numbers[target + c] = (float) planes[c][i];
            }
        }
        HostMemory.write(numbers, map);
        return map;
    }

    /** Where the numbers of the box's pixel start in the map. */
    private int pixel(int index) {
        int row = top + index / grid.width();
        int column = left + index % grid.width();
        return (row * width + column) * channels;
    }
}
