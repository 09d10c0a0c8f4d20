package lichen.model.train;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import lichen.core.check.Require;
import lichen.core.npy.NdArray;
import org.jspecify.annotations.Nullable;

/**
 * All that is needed to go on with a training from between two steps, as arrays by name: fit for one file.
 *
 * @param arrays the arrays, not copied
 */
public record TrainingState(Map<String, NdArray<?>> arrays) {
    private static final String COUNTERS = "counters";
    private static final String BEST = "best/";

    /** Keeps the order. */
    public TrainingState {
        arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
    }

    /** Puts the parts together. */
    static TrainingState of(Map<String, NdArray<?>> current, Map<String, NdArray<?>> best, Position position) {
        Map<String, NdArray<?>> arrays = new LinkedHashMap<>(current);
        best.forEach((name, array) -> arrays.put(BEST + name, array));
        double[] numbers = position.numbers();
        arrays.put(COUNTERS, NdArray.of(numbers, numbers.length));
        return new TrainingState(arrays);
    }

    /** The steps made so far; records of later ones are to be dropped before going on. */
    public long steps() {
        return position().step;
    }

    /** The epochs that are complete. */
    public int epochs() {
        return position().epoch;
    }

    /** The network's arrays with the lowest validation loss so far, by the names they have; empty if there are none. */
    Map<String, NdArray<?>> best() {
        Map<String, NdArray<?>> best = new LinkedHashMap<>();
        arrays.forEach((name, array) -> {
            if (name.startsWith(BEST)) {
                best.put(name.substring(BEST.length()), array);
            }
        });
        return best;
    }

    Position position() {
        @Nullable NdArray<?> counters = arrays.get(COUNTERS);
        Require.that(
                counters != null && counters.doubles().length == Position.LENGTH,
                "state",
                "must hold " + Position.LENGTH + " " + COUNTERS + ": it is not of a training");
        return Position.of(counters == null ? new double[Position.LENGTH] : counters.doubles());
    }
}
