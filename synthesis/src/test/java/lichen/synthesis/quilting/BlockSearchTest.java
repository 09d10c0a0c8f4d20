package lichen.synthesis.quilting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import lichen.core.image.Image;
import lichen.core.random.RandomStreams;
import org.junit.jupiter.api.Test;

class BlockSearchTest {
    private static final int BLOCK = 6;
    private static final Overlap CORNER = new Overlap(BLOCK, 2, 3, 0, 0);

    private final Image photograph = Noise.image(14, 11, 1);
    private final Image other = Noise.image(BLOCK, BLOCK, 2);

    @Test
    void choosesAmongAllBlocksWithinTheTolerance() {
        Set<BlockPlace> allowed = within(0.3);
        assertThat(allowed).hasSizeGreaterThan(2);
        RandomGenerator random = new RandomStreams(3).stream("choice");
        Set<BlockPlace> chosen = new HashSet<>();
        for (int i = 0; i < 400; i++) {
            chosen.add(choose(0.3, Set.of(), random));
        }
        assertThat(chosen).isEqualTo(allowed);
    }

    @Test
    void choosesTheBestBlockWithoutTolerance() {
        assertThat(choose(0, Set.of(), new RandomStreams(3).stream("choice")))
                .isEqualTo(within(0).iterator().next());
    }

    @Test
    void leavesOutRefusedBlocksAsLongAsThereAreOthers() {
        BlockPlace best = within(0).iterator().next();
        RandomGenerator random = new RandomStreams(3).stream("choice");
        assertThat(choose(0, Set.of(best), random)).isNotEqualTo(best);
        Set<BlockPlace> all = within(Double.MAX_VALUE);
        assertThat(choose(0, all, random)).isEqualTo(best);
    }

    private BlockPlace choose(double tolerance, Set<BlockPlace> refused, RandomGenerator random) {
        BlockSearch search = new BlockSearch(photograph, BLOCK, tolerance);
        return search.choose(search.known(laid(), new BlockPlace(0, 0), CORNER), refused, random);
    }

    private Patchwork laid() {
        Patchwork laid = new Patchwork(BLOCK, BLOCK);
        System.arraycopy(other.toArray(), 0, laid.numbers(), 0, laid.numbers().length);
        return laid;
    }

    /** All blocks, each error summed by itself. */
    private Set<BlockPlace> within(double tolerance) {
        double least = Double.POSITIVE_INFINITY;
        for (int y = 0; y <= 11 - BLOCK; y++) {
            for (int x = 0; x <= 14 - BLOCK; x++) {
                least = Math.min(least, error(x, y));
            }
        }
        Set<BlockPlace> places = new HashSet<>();
        for (int y = 0; y <= 11 - BLOCK; y++) {
            for (int x = 0; x <= 14 - BLOCK; x++) {
                if (error(x, y) <= least * (1 + tolerance)) {
                    places.add(new BlockPlace(x, y));
                }
            }
        }
        return places;
    }

    private double error(int x, int y) {
        double sum = 0;
        for (int row = 0; row < BLOCK; row++) {
            for (int column = 0; column < BLOCK; column++) {
                for (int channel = 0; channel < 3 && (column < 2 || row < 3); channel++) {
                    sum += Math.pow(other.at(column, row, channel) - photograph.at(x + column, y + row, channel), 2);
                }
            }
        }
        return sum;
    }
}
