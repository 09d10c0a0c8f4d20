package lichen.app.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import lichen.core.npy.NdArray;
import lichen.core.npy.Npz;
import lichen.synthesis.loop.LoopState;

/** The states of a synthesis as the arrays that files know. */
final class SavedState {
    private SavedState() {}

    static LoopState read(Npz file) {
        Map<String, double[]> arrays = new LinkedHashMap<>();
        file.arrays().forEach((name, array) -> arrays.put(name, array.doubles()));
        return new LoopState(arrays);
    }

    static Npz file(LoopState state) {
        Map<String, NdArray<?>> arrays = new LinkedHashMap<>();
        state.arrays().forEach((name, values) -> arrays.put(name, NdArray.of(values, values.length)));
        return new Npz(arrays, "");
    }
}
