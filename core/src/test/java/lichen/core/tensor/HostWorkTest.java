package lichen.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostWorkTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100})
    void doesEachPieceOnce(int pieces) {
        int[] times = new int[pieces];
        HostWork work = HostWork.of(pieces);

        work.run((worker, piece) -> times[piece]++);

        assertThat(times).containsOnly(1);
        assertThat(work.workers()).isBetween(1, pieces);
    }
}
