package lichen.synthesis.diffusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class BalanceTest {
    @Test
    void usesAPatchThatIsNearToAllNoMoreThanTheOthers() {
        SplittableRandom random = new SplittableRandom(1);
        float[][] distances = new float[60][20];
        for (float[] row : distances) {
            for (int i = 0; i < row.length; i++) {
                row[i] = (i == 0 ? 0 : 4) + random.nextFloat();
            }
        }

        Balance balance = Balance.of(distances, 1);
        double[] use = new double[20];
        for (float[] row : distances) {
            double[] weights = balance.weights(row);
            assertThat(Arrays.stream(weights).sum()).isCloseTo(1, Offset.offset(1e-9));
            for (int i = 0; i < use.length; i++) {
                use[i] += weights[i];
            }
        }
        for (double used : use) {
            assertThat(used).isCloseTo(60 / 20.0, Offset.offset(0.05));
        }
    }
}
