package lichen.synthesis.objective;

import java.util.random.RandomGenerator;
import lichen.core.random.GramSchmidt;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.HostWork;
import lichen.core.tensor.MatrixProduct;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Finds to each of many patches the most similar one of a photograph: exhaustively, by the squared distance in the few directions in which
 * the photograph's patches have most of their energy. |q - y|² is least where q·y - |y|²/2 is greatest, so that a matrix product
 * compares all with all.
 */
final class PatchSearch {
    /** Directions that are compared; some 30 hold nearly all of the energy of patches of 7 x 7 in colour. */
    private static final int DIRECTIONS = 32;

    /** Patches that are compared at once: more is no faster, and takes memory. */
    private static final int BLOCK = 64;

    /** Enough for directions to settle, though not for each to be exact. */
    private static final int ITERATIONS = 6;

    private final int length;
    private final int directions;
    private final INDArray basis; // [D,K]
    private final INDArray known; // [N,K+1]: projections, and less half their squared length
    private final INDArray block; // [B,D]
    private final INDArray projected; // [B,K]
    private final INDArray asked; // [B,K+1]
    private final INDArray scores; // [B,N]
    private final float[] numbers;
    private final float[] found;

    /**
     * Prepares the search.
     *
     * @param patches {@code [N][D]}, of the photograph
     * @param scope the owner of what is kept
     */
    PatchSearch(float[] patches, int length, TensorScope scope) {
        this.length = length;
        directions = Math.min(DIRECTIONS, length);
        int count = patches.length / length;
        try (TensorScope passing = new TensorScope()) {
            INDArray all = passing.of(patches, count, length); // [N,D]
            INDArray energy = passing.array(length, length);
            MatrixProduct.transposedTimes(all, all, energy); // [D,D]
            basis = scope.of(principal(HostMemory.toFloats(energy), length, directions), length, directions);
            INDArray products = passing.array(count, directions);
            MatrixProduct.times(all, basis, products); // [N,K]
            known = scope.of(extended(HostMemory.toFloats(products), true), count, directions + 1);
        }
        block = scope.array(BLOCK, length);
        projected = scope.array(BLOCK, directions);
        asked = scope.array(BLOCK, directions + 1);
        scores = scope.array(BLOCK, count);
        numbers = new float[BLOCK * length];
        found = new float[BLOCK * count];
    }

    /** The numbers of the nearest patches, one for each that is asked for: {@code [M][D] -> [M]}. */
    int[] nearest(float[] patches) {
        int count = patches.length / length;
        int[] nearest = new int[count];
        for (int first = 0; first < count; first += BLOCK) {
            int rows = Math.min(BLOCK, count - first);
            System.arraycopy(patches, first * length, numbers, 0, rows * length);
            HostMemory.write(numbers, block);
            MatrixProduct.times(block, basis, projected); // [B,K]
            HostMemory.write(extended(HostMemory.toFloats(projected), false), asked);
            MatrixProduct.timesTransposed(asked, known, scores); // [B,N]
            HostMemory.read(scores, found);
            int start = first;
            HostWork.of(rows).run((worker, row) -> nearest[start + row] = greatest(row));
        }
        return nearest;
    }

    private int greatest(int row) {
        int count = found.length / BLOCK;
        int best = 0;
        for (int i = 1; i < count; i++) {
            if (found[row * count + i] > found[row * count + best]) {
                best = i;
            }
        }
        return best;
    }

    /** Each row with one number more: 1, or less half its squared length. */
    private float[] extended(float[] rows, boolean byLength) {
        int count = rows.length / directions;
        float[] extended = new float[count * (directions + 1)];
        for (int row = 0; row < count; row++) {
            double square = 0;
            for (int k = 0; k < directions; k++) {
                float number = rows[row * directions + k];
                extended[row * (directions + 1) + k] = number;
                square += (double) number * number;
            }
            extended[row * (directions + 1) + directions] = byLength ? (float) (-square / 2) : 1;
        }
        return extended;
    }

    /** About the directions of most energy, as columns {@code [D][K]}: orthogonal iteration from fixed random ones. */
    private static float[] principal(float[] energy, int length, int count) {
        RandomGenerator random = new RandomStreams(1).stream("directions");
        double[][] rows = new double[count][length];
        for (double[] row : rows) {
            for (int i = 0; i < length; i++) {
                row[i] = random.nextDouble(-1, 1);
            }
        }
        orthonormalize(rows);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            for (int k = 0; k < count; k++) {
                rows[k] = product(energy, rows[k]);
            }
            orthonormalize(rows);
        }
        float[] columns = new float[length * count];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = (float) rows[i % count][i / count];
        }
        return columns;
    }

    private static double[] product(float[] matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                product[i] += matrix[i * vector.length + j] * vector[j];
            }
        }
        return product;
    }

    private static void orthonormalize(double[][] rows) {
        for (int k = 0; k < rows.length; k++) {
            double before = Math.sqrt(square(rows[k]));
            double left = GramSchmidt.separate(rows, 0, k);
            double factor = left > 1e-9 * before ? 1 / left : 0; // no energy is left in other directions
            for (int i = 0; i < rows[k].length; i++) {
                rows[k][i] *= factor;
            }
        }
    }

    private static double square(double[] vector) {
        double sum = 0;
        for (double number : vector) {
            sum += number * number;
        }
        return sum;
    }
}
