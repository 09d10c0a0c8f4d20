package lichen.synthesis.quilting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CutsTest {
    @Test
    void takeTheWholeBlockWhereNothingLies() {
        Cuts cuts = Cuts.of(new double[4][4], new Overlap(4, 0, 0, 0, 0));
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 4; column++) {
                assertThat(cuts.takesNew(column, row)).isTrue();
            }
        }
    }

    @Test
    void followTheEvenPlacesOfTheStripsOnBothSides() {
        double[][] differences = new double[7][7];
        for (double[] row : differences) {
            Arrays.fill(row, 1);
            row[1] = 0;
            row[5] = 0;
        }
        assertTakes(Cuts.of(differences, new Overlap(7, 3, 0, 3, 0)), 1, 0, 5, 6);
    }

    @Test
    void followTheEvenPlacesOfTheStripsAboveAndBelow() {
        double[][] differences = new double[7][7];
        for (int row = 0; row < 7; row++) {
            Arrays.fill(differences[row], row == 2 || row == 6 ? 0 : 1);
        }
        assertTakes(Cuts.of(differences, new Overlap(7, 0, 3, 0, 2)), 0, 2, 6, 6);
    }

    private static void assertTakes(Cuts cuts, int left, int top, int right, int bottom) {
        for (int row = 0; row < 7; row++) {
            for (int column = 0; column < 7; column++) {
                boolean inside = column >= left && column <= right && row >= top && row <= bottom;
                assertThat(cuts.takesNew(column, row)).as("%d, %d", column, row).isEqualTo(inside);
            }
        }
    }
}
