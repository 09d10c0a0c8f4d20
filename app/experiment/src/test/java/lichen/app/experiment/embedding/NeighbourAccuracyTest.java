package lichen.app.experiment.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lichen.core.check.InvalidValueException;
import org.junit.jupiter.api.Test;

class NeighbourAccuracyTest {
    @Test
    void countsPointsWhoseNearestIsOfTheSameSource() {
        // 0 -> 1 (moss), 1 -> 0 (moss), 10 -> 12 (gravel to moss), 12 -> 10 (moss to gravel)
        Points line = Points.of(4, 1, new double[] {0, 1, 10, 12});

        NeighbourAccuracy accuracy = NeighbourAccuracy.of(line, List.of("moss", "moss", "gravel", "moss"));

        assertThat(accuracy.share()).isEqualTo(0.5);
        assertThat(accuracy.chance()).isEqualTo(0.5);
    }

    @Test
    void sharesOutWhatIsEquallyNear() {
        Points line = Points.of(3, 1, new double[] {0, 1, 2});

        assertThat(NeighbourAccuracy.of(line, List.of("moss", "moss", "gravel")).share())
                .isEqualTo((1 + 0.5 + 0) / 3);
    }

    @Test
    void isAtChanceWhereSourcesAreDealtOutAtRandom() {
        int n = 2000;
        SplittableRandom random = new SplittableRandom(4);
        double[] values = random.doubles(2L * n).toArray();
        List<String> sources = IntStream.range(0, n)
                .mapToObj(i -> "source " + random.nextInt(4))
                .toList();

        NeighbourAccuracy accuracy = NeighbourAccuracy.of(Points.of(n, 2, values), sources);

        // Four standard deviations of a mean of 2,000 draws with chance 1/4.
        assertThat(accuracy.share()).isCloseTo(accuracy.chance(), within(0.04));
        assertThat(accuracy.chance()).isCloseTo(0.25, within(0.01));
    }

    @Test
    void isOneWhereThereIsOneSource() {
        Points line = Points.of(3, 1, new double[] {0, 1, 3});

        assertThat(NeighbourAccuracy.of(line, Collections.nCopies(3, "moss"))).isEqualTo(new NeighbourAccuracy(1, 1));
    }

    @Test
    void wantsASourceForEachPoint() {
        Points line = Points.of(3, 1, new double[] {0, 1, 3});

        assertThatThrownBy(() -> NeighbourAccuracy.of(line, List.of("moss")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("sources must be 3, one for each point, but are 1");
    }
}
