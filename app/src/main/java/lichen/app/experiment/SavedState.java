package lichen.app.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import lichen.core.npy.NdArray;
import lichen.core.npy.Npz;
import lichen.synthesis.loop.LoopState;

/** The states of a synthesis as the arrays that files know. */
final class SavedState {
    private static final String LEG = "leg";

    private SavedState() {}

    static Standing read(Npz file) {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        file.arrays().forEach((name, array) -> arrays.put(name, array.doubles()));
        double[] leg = arrays.getOrDefault(LEG, new double[2]);
        arrays.remove(LEG);
        return new Standing((int) leg[0], (int) leg[1], new LoopState(arrays));
    }

    static Npz file(Standing standing) {
        Map<String, NdArray<?>> arrays = new LinkedHashMap<>();
        arrays.put(LEG, NdArray.of(new double[] {standing.leg(), standing.before()}, 2));
        standing.loop().arrays().forEach((name, values) -> arrays.put(name, NdArray.of(values, values.length)));
        return new Npz(arrays, "");
    }
}
