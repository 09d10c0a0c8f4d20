package lichen.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ShuffleTest {
    @Test
    void drawsAllOrdersAlike() {
        RandomGenerator random = new RandomStreams(1).stream("shuffle");
        Map<List<Integer>, Integer> counts = new HashMap<>();
        for (int i = 0; i < 6000; i++) {
            counts.merge(Shuffle.of(List.of(1, 2, 3), random), 1, Integer::sum);
        }

        // 1000 of each of six orders, with a deviation of 29.
        assertThat(counts).hasSize(6);
        assertThat(counts.values())
                .allSatisfy(count -> assertThat((double) count).isCloseTo(1000, within(120.0)));
    }
}
