package lichen.io.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import lichen.core.random.RandomStreams;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EpochsTest {
    private List<Draw> first = List.of();
    private List<Draw> second = List.of();
    private List<Draw> validation = List.of();
    private List<Patch> training = List.of();
    private List<Patch> validating = List.of();
    private List<Draw> firstAgain = List.of();
    private List<Draw> otherSeed = List.of();

    @BeforeAll
    void drawEpochs(@TempDir Path folder) throws IOException {
        DataSet set = Studio.dataSet(folder, 8);
        training = set.training();
        validating = set.validation();
        Epochs epochs = new Epochs(set, new RandomStreams(1));
        second = epochs.training(2);
        first = epochs.training(1);
        validation = epochs.validation();
        firstAgain = new Epochs(set, new RandomStreams(1)).training(1);
        otherSeed = new Epochs(set, new RandomStreams(2)).training(1);
    }

    @Test
    void showEveryTrainingPatchOnce() {
        assertThat(first).extracting(Draw::patch).containsExactlyInAnyOrderElementsOf(training);
    }

    @Test
    void areShuffledEachAnew() {
        assertThat(first).extracting(Draw::patch).isNotEqualTo(training);
        assertThat(first).isNotEqualTo(second).isNotEqualTo(otherSeed);
    }

    @Test
    void dependOnSeedAndNumberAlone() {
        assertThat(firstAgain).isEqualTo(first);
    }

    @Test
    void turnPatchesInAllWays() {
        assertThat(Stream.concat(first.stream(), second.stream())
                        .map(Draw::turn)
                        .distinct())
                .hasSize(8);
    }

    @Test
    void validateInOrderAndUpright() {
        assertThat(validation).extracting(Draw::patch).isEqualTo(validating);
        assertThat(validation).extracting(Draw::turn).containsOnly(Turn.NONE);
    }

    @Test
    void drawNoTurnThatIsNotAllowed() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 100; i++) {
            assertThat(new Turns(false, false).draw(random)).isEqualTo(Turn.NONE);
            assertThat(new Turns(true, false).draw(random).mirrored()).isFalse();
            assertThat(new Turns(false, true).draw(random).quarters()).isZero();
        }
    }

    @Test
    void takeTheSameNumbersWhateverTurnsAreAllowed() {
        SplittableRandom one = new SplittableRandom(1);
        SplittableRandom other = new SplittableRandom(1);
        new Turns(true, true).draw(one);
        new Turns(false, false).draw(other);
        assertThat(one.nextLong()).isEqualTo(other.nextLong());
    }

    @Test
    void drawAllTurnsAlike() {
        SplittableRandom random = new SplittableRandom(1);
        int draws = 8000;
        long upright = Stream.generate(() -> new Turns(true, true).draw(random))
                .limit(draws)
                .filter(Turn.NONE::equals)
                .count();
        // A mean of 1000, four standard deviations of 30.
        assertThat(upright).isBetween(880L, 1120L);
    }
}
