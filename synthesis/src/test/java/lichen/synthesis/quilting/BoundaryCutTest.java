package lichen.synthesis.quilting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import lichen.core.random.RandomStreams;
import org.junit.jupiter.api.Test;

class BoundaryCutTest {
    @Test
    void costsTheLeastOfAllCutsThereAre() {
        RandomGenerator random = new RandomStreams(1).stream("cuts");
        for (int round = 0; round < 50; round++) {
            double[][] errors = new double[6][4];
            for (double[] row : errors) {
                Arrays.setAll(row, i -> random.nextInt(100));
            }
            int[] cut = BoundaryCut.through(errors);
            assertThat(cost(errors, cut)).isEqualTo(least(errors, 0, -1));
            for (int row = 1; row < cut.length; row++) {
                assertThat(Math.abs(cut[row] - cut[row - 1])).isLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void followsAValley() {
        double[][] errors = {{9, 9, 0, 9}, {9, 0, 9, 9}, {0, 9, 9, 9}, {9, 0, 9, 9}};
        assertThat(BoundaryCut.through(errors)).containsExactly(2, 1, 0, 1);
    }

    @Test
    void goesStraightThroughASingleColumn() {
        assertThat(BoundaryCut.through(new double[][] {{3}, {5}, {1}})).containsExactly(0, 0, 0);
    }

    private static double cost(double[][] errors, int[] cut) {
        double sum = 0;
        for (int row = 0; row < cut.length; row++) {
            sum += errors[row][cut[row]];
        }
        return sum;
    }

    /** Every way from a row on, one by one. */
    private static double least(double[][] errors, int row, int before) {
        if (row == errors.length) {
            return 0;
        }
        double best = Double.POSITIVE_INFINITY;
        for (int column = 0; column < errors[row].length; column++) {
            if (before < 0 || Math.abs(column - before) <= 1) {
                best = Math.min(best, errors[row][column] + least(errors, row + 1, column));
            }
        }
        return best;
    }
}
