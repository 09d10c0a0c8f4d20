package lichen.app.experiment;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lichen.core.loop.LoopState;
import lichen.core.npy.NdArray;
import lichen.core.npy.Npz;

/**
 * The states of a synthesis as the arrays that files know, as small as they come without a bit being lost: what is there
 * twice is stored once, and what 32 bits hold in 32 bits. The text beside the arrays has a line {@code name=other} for each
 * that is the same as another.
 */
final class SavedState {
    private static final String LEG = "leg";

    private SavedState() {}

    static Standing read(Npz file) {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        file.arrays().forEach((name, array) -> arrays.put(name, array.doubles()));
        file.about().lines().forEach(line -> {
            int equals = line.indexOf('=');
            arrays.put(line.substring(0, equals), arrays.getOrDefault(line.substring(equals + 1), new double[0]));
        });
        double[] leg = arrays.getOrDefault(LEG, new double[2]);
        arrays.remove(LEG);
        return new Standing((int) leg[0], (int) leg[1], new LoopState(arrays));
    }

    static Npz file(Standing standing) {
        Map<String, double[]> kept = new LinkedHashMap<>();
        Map<String, String> same = new LinkedHashMap<>();
        standing.loop().arrays().forEach((name, values) -> {
            Optional<String> other = twin(kept, values);
            if (other.isPresent()) {
                same.put(name, other.get());
            } else {
                kept.put(name, values);
            }
        });
        Map<String, NdArray<?>> arrays = new LinkedHashMap<>();
        arrays.put(LEG, NdArray.of(new double[] {standing.leg(), standing.before()}, 2));
        kept.forEach((name, values) -> arrays.put(name, NdArray.narrow(values, values.length)));
        return new Npz(
                arrays,
                same.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("\n")));
    }

    /** Most arrays differ in their first numbers, so that looking at all pairs costs nothing. */
    private static Optional<String> twin(Map<String, double[]> kept, double[] values) {
        return kept.entrySet().stream()
                .filter(entry -> Arrays.equals(entry.getValue(), values))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
