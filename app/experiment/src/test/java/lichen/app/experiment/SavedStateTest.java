package lichen.app.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import lichen.core.loop.LoopState;
import lichen.core.npy.Npz;
import org.junit.jupiter.api.Test;

class SavedStateTest {
    private static final int LENGTH = 1000;

    @Test
    void isReadBackToTheLastBit() {
        Standing standing = standing();
        Standing read = SavedState.read(SavedState.file(standing));

        assertThat(read.leg()).isEqualTo(3);
        assertThat(read.before()).isEqualTo(40);
        assertThat(read.loop().arrays().keySet())
                .containsExactlyInAnyOrderElementsOf(standing.loop().arrays().keySet());
        standing.loop()
                .arrays()
                .forEach((name, values) ->
                        assertThat(read.loop().arrays().get(name)).as(name).isEqualTo(values));
    }

    @Test
    void storesNothingTwiceAndNoBitsThatAreZero() {
        Npz file = SavedState.file(standing());

        assertThat(file.arrays()).containsOnlyKeys("leg", "point", "gradient", "recent");
        assertThat(values(file, "point")).isInstanceOf(double[].class);
        assertThat(values(file, "gradient")).isInstanceOf(float[].class);
        assertThat(file.bytes()).isBetween(12L * LENGTH, 12L * LENGTH + 8000);
    }

    private static Object values(Npz file, String name) {
        return Objects.requireNonNull(file.arrays().get(name)).values();
    }

    private static Standing standing() {
        double[] point = new double[LENGTH];
        Arrays.setAll(point, i -> 1.0 / (i + 3));
        double[] gradient = new double[LENGTH];
        Arrays.setAll(gradient, i -> i == 0 ? -0.0 : (float) Math.sin(i));
        Map<String, double[]> arrays = new LinkedHashMap<>();
        arrays.put("point", point);
        arrays.put("gradient", gradient);
        arrays.put("best", point.clone());
        arrays.put("recent", new double[0]);
        arrays.put("none", new double[0]);
        return new Standing(3, 40, new LoopState(arrays));
    }
}
