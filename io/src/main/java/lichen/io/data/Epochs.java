package lichen.io.data;

import java.util.List;
import java.util.random.RandomGenerator;
import lichen.core.random.RandomStreams;
import lichen.core.random.Shuffle;

/**
 * The order in which training sees a data set. It depends on the number of the epoch and the seed alone, so that a resumed
 * training goes on in the middle of the same epoch.
 *
 * @param set the data set
 * @param random the experiment's random numbers
 */
public record Epochs(DataSet set, RandomStreams random) {
    /** Every training patch once, shuffled and turned, by the stream {@code epoch-<number>}. */
    public List<Draw> training(int number) {
        RandomGenerator stream = random.stream("epoch-" + number);
        return Shuffle.of(set.training(), stream).stream()
                .map(patch -> new Draw(patch, set.turns().draw(stream)))
                .toList();
    }

    /** Every validation patch once, in order and as it is. */
    public List<Draw> validation() {
        return set.validation().stream()
                .map(patch -> new Draw(patch, Turn.NONE))
                .toList();
    }
}
