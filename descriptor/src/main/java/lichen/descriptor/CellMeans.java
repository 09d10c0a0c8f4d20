package lichen.descriptor;

import java.util.Arrays;
import lichen.core.diff.Evaluation;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.Nhwc;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Feature maps averaged down to other extents: each pixel counts in one cell of the coarser grid, {@code [1,H,W,C] ->
 * [1,h,w,C]}. Pullback: what a cell receives is spread equally over its pixels.
 */
final class CellMeans {
    private final int[] cells;
    private final int[] counts;
    private final int channels;

    private CellMeans(INDArray map, int height, int width, TensorScope scope) {
        int rows = Math.toIntExact(map.size(1));
        int columns = Math.toIntExact(map.size(2));
        channels = Math.toIntExact(Nhwc.channels(map));
        cells = scope.ints(rows * columns);
        counts = scope.ints(height * width);
        Arrays.fill(counts, 0);
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                int cell = y * height / rows * width + x * width / columns;
                cells[y * columns + x] = cell;
                counts[cell]++;
            }
        }
    }

    /** Averages down to height x width, each at most the map's; a map of these extents stays itself. */
    static Evaluation<INDArray, INDArray> of(INDArray map, long height, long width, TensorScope scope) {
        if (map.size(1) == height && map.size(2) == width) {
            return new Evaluation<>(map, cotangent -> cotangent);
        }
        CellMeans means = new CellMeans(map, Math.toIntExact(height), Math.toIntExact(width), scope);
        float[] fine = scope.floatsOf(map);
        float[] coarse = scope.floats(means.counts.length * means.channels);
        means.average(fine, coarse);
        return new Evaluation<>(scope.of(coarse, 1, height, width, means.channels), cotangent -> {
            HostMemory.read(cotangent, coarse);
            means.spread(coarse, fine);
            return scope.of(fine, map.shape());
        });
    }

    private void average(float[] fine, float[] coarse) {
        Arrays.fill(coarse, 0);
        for (int pixel = 0; pixel < cells.length; pixel++) {
            int to = cells[pixel] * channels;
            int from = pixel * channels;
            for (int c = 0; c < channels; c++) {
                coarse[to + c] += fine[from + c];
            }
        }
        for (int cell = 0; cell < counts.length; cell++) {
            for (int i = cell * channels; i < (cell + 1) * channels; i++) {
                coarse[i] /= counts[cell];
            }
        }
    }

    private void spread(float[] coarse, float[] fine) {
        for (int pixel = 0; pixel < cells.length; pixel++) {
            int count = counts[cells[pixel]];
            int from = cells[pixel] * channels;
            int to = pixel * channels;
            for (int c = 0; c < channels; c++) {
                fine[to + c] = coarse[from + c] / count;
            }
        }
    }
}
