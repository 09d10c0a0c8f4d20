package lichen.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {
    /** All names that the program gives streams, with some of those that carry a number. */
    private static final List<String> NAMES = List.of(
            "start",
            "network",
            "quilt",
            "embedding",
            "bootstrap",
            "split-halves",
            "reference",
            "robustness/1",
            "robustness/2",
            "round 1",
            "round 2",
            "stage 1",
            "stage 2",
            "start/0",
            "start/1",
            "epoch-1",
            "epoch-2",
            "patches/validation",
            "patches/side/a.png",
            "directions in 3",
            "directions in 147",
            "measure-colour",
            "measure-laplacian-sliced-wasserstein",
            "measure-random-filter-gram",
            "another-crop",
            "noise");

    private static final long[] SEEDS = LongStream.concat(
                    LongStream.range(0, 64),
                    LongStream.of(
                            -1, -2, -3, 1L << 32, (1L << 32) + 1, Long.MAX_VALUE, Long.MIN_VALUE, 0x9E3779B97F4A7C15L))
            .toArray();

    /** The longest distance at which streams are compared. */
    private static final int LAG = 10_000;

    private static final int LOW = (1 << 20) - 1;

    /** How far two uncorrelated sets of 4,096 numbers correlate at the worst of all shifts, with room: some 4 deviations. */
    private static final double CHANCE = 5.0 / 64;

    private final RandomStreams streams = new RandomStreams(7);

    @Test
    void givesTheSameStreamForTheSameName() {
        assertThat(streams.stream("start").nextLong())
                .isEqualTo(new RandomStreams(7).stream("start").nextLong());
    }

    @Test
    void givesOtherNumbersForAnotherNameOrSeed() {
        long start = streams.stream("start").nextLong();

        assertThat(streams.stream("weights").nextLong()).isNotEqualTo(start);
        assertThat(new RandomStreams(8).stream("start").nextLong()).isNotEqualTo(start);
    }

    @Test
    void givesTheSameNumbersOnEveryMachine() {
        assertThat(streams.stream("start").nextLong()).isEqualTo(5160984688283195081L);
    }

    @Test
    void noStreamIsAnotherOneAtALagOfUpToTenThousand() {
        Set<Long> beginnings = new HashSet<>();
        BitSet lowBits = new BitSet(1 << 20);
        each(stream -> {
            long first = stream.nextLong();
            assertThat(beginnings.add(first))
                    .as("two streams begin with " + first)
                    .isTrue();
            lowBits.set((int) first & LOW);
        });
        each(stream -> {
            stream.nextLong();
            for (int lag = 1; lag <= LAG; lag++) {
                long draw = stream.nextLong();
                if (lowBits.get((int) draw & LOW)) {
                    assertThat(beginnings)
                            .as("a stream begins at lag %d of another", lag)
                            .doesNotContain(draw);
                }
            }
        });
    }

    private static void each(Consumer<RandomGenerator> use) {
        for (long seed : SEEDS) {
            NAMES.forEach(name -> use.accept(new RandomStreams(seed).stream(name)));
        }
    }

    @Test
    void streamsOfNeighbouringSeedsAreUncorrelatedAtEveryShift() {
        Map<Long, double[]> noise = new LinkedHashMap<>();
        for (long seed = 0; seed < 6; seed++) {
            RandomGenerator stream = new RandomStreams(seed).stream("start");
            noise.put(
                    seed,
                    stream.doubles(4096).map(x -> (x - 0.5) * Math.sqrt(12)).toArray());
        }
        noise.forEach((seed, numbers) -> noise.forEach((other, others) -> {
            if (other > seed) {
                assertThat(highestCorrelation(numbers, others))
                        .as("seeds %d and %d", seed, other)
                        .isLessThan(CHANCE);
            }
        }));
    }

    @Test
    void partsHaveStreamsOfTheirOwn() {
        RandomStreams one = streams.part("one");

        assertThat(one)
                .isEqualTo(streams.part("one"))
                .isNotEqualTo(streams.part("two"))
                .isNotEqualTo(streams);
        assertThat(one.seed()).isBetween(0L, (long) Integer.MAX_VALUE);
        assertThat(new RandomStreams(8).part("one")).isNotEqualTo(one);
    }

    @Test
    void normalNumbersHaveMeanZeroAndVarianceOne() {
        RandomGenerator stream = streams.stream("normal");
        double[] numbers = new double[20_000];
        Arrays.setAll(numbers, i -> stream.nextGaussian());

        assertThat(Arrays.stream(numbers).average().orElseThrow()).isCloseTo(0, within(0.03));
        assertThat(Arrays.stream(numbers).map(x -> x * x).average().orElseThrow())
                .isCloseTo(1, within(0.05));
    }

    private static double highestCorrelation(double[] numbers, double[] others) {
        double highest = 0;
        for (int shift = 0; shift < numbers.length; shift++) {
            double sum = 0;
            for (int i = 0; i < numbers.length; i++) {
                int j = i + shift;
                sum += numbers[i] * others[j < numbers.length ? j : j - numbers.length];
            }
            highest = Math.max(highest, Math.abs(sum) / numbers.length);
        }
        return highest;
    }
}
