package lichen.synthesis.objective;

import lichen.core.tensor.HostMemory;
import lichen.core.tensor.HostWork;
import lichen.core.tensor.MatrixProduct;
import lichen.core.tensor.Nhwc;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Finds to each position of a map the one of a guide whose product with it is greatest, both about the mean of the guide. */
final class GuideSearch {
    /** Of more positions of the guide, every second, third and so on speaks for all. */
    private static final int MOST = 1024;

    /** Positions that are compared at once. */
    private static final int BLOCK = 64;

    private final int channels;
    private final int count;
    private final float[] mean;
    private final float[] guide; // about the mean
    private final INDArray known; // [N,C]
    private final INDArray block; // [B,C]
    private final INDArray scores; // [B,N]
    private final float[] asked;
    private final float[] found;

    /**
     * Prepares the search.
     *
     * @param map of the guide, {@code [1,H,W,C]}
     * @param scope the owner of what is kept
     */
    GuideSearch(INDArray map, TensorScope scope) {
        channels = Math.toIntExact(Nhwc.channels(map));
        float[] all = HostMemory.toFloats(map);
        int positions = all.length / channels;
        int stride = (positions + MOST - 1) / MOST;
        count = (positions + stride - 1) / stride;
        guide = new float[count * channels];
        for (int i = 0; i < count; i++) {
            System.arraycopy(all, i * stride * channels, guide, i * channels, channels);
        }
        mean = new float[channels];
        for (int i = 0; i < guide.length; i++) {
            mean[i % channels] += guide[i] / count;
        }
        for (int i = 0; i < guide.length; i++) {
            guide[i] -= mean[i % channels];
        }
        known = scope.of(guide, count, channels);
        block = scope.array(BLOCK, channels);
        scores = scope.array(BLOCK, count);
        asked = new float[BLOCK * channels];
        found = new float[BLOCK * count];
    }

    /**
     * Finds them.
     *
     * @param map {@code [P][C]}
     * @param best receives the guide's activations that were found, about their mean, {@code [P][C]}
     * @return the sum of their products with those of the map about the same mean
     */
    double best(float[] map, float[] best) {
        int positions = map.length / channels;
        double[] sums = new double[BLOCK];
        for (int first = 0; first < positions; first += BLOCK) {
            int rows = Math.min(BLOCK, positions - first);
            for (int i = 0; i < rows * channels; i++) {
                asked[i] = map[first * channels + i] - mean[i % channels];
            }
            HostMemory.write(asked, block);
            MatrixProduct.timesTransposed(block, known, scores); // [B,N]
            HostMemory.read(scores, found);
            int start = first;
            HostWork.of(rows).run((worker, row) -> {
                int greatest = greatest(row);
                System.arraycopy(guide, greatest * channels, best, (start + row) * channels, channels);
                sums[row] += found[row * count + greatest];
            });
        }
        double sum = 0;
        for (double part : sums) {
            sum += part;
        }
        return sum;
    }

    private int greatest(int row) {
        int greatest = 0;
        for (int i = 1; i < count; i++) {
            greatest = found[row * count + i] > found[row * count + greatest] ? i : greatest;
        }
        return greatest;
    }
}
