package lichen.app.experiment.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lichen.app.experiment.embedding.Points;
import lichen.core.npy.NdArray;
import lichen.core.npy.Npz;

/** The descriptor vectors of patches, as far as they are computed: what a run that is interrupted goes on from. */
final class PatchVectors {
    private static final String NAME = "vectors";

    private final List<float[]> vectors = new ArrayList<>();

    /** None yet. */
    PatchVectors() {}

    /** As many as were saved. */
    static PatchVectors restored(Npz state) {
        PatchVectors restored = new PatchVectors();
        NdArray<?> saved = state.arrays().getOrDefault(NAME, NdArray.of(new float[0], 0, 1));
        int dimension = saved.shape()[1];
        for (int i = 0; i < saved.shape()[0]; i++) {
            float[] vector = new float[dimension];
            System.arraycopy(saved.floats(), i * dimension, vector, 0, dimension);
            restored.add(vector);
        }
        return restored;
    }

    void add(float[] vector) {
        vectors.add(vector);
    }

    int count() {
        return vectors.size();
    }

    /** The state to save. */
    Npz state() {
        Map<String, NdArray<?>> arrays = new LinkedHashMap<>();
        if (!vectors.isEmpty()) {
            arrays.put(NAME, array());
        }
        return new Npz(arrays, "");
    }

    /** All of them: {@code [n,d]}. */
    NdArray<float[]> array() {
        int dimension = vectors.get(0).length;
        float[] all = new float[Math.multiplyExact(vectors.size(), dimension)];
        for (int i = 0; i < vectors.size(); i++) {
            System.arraycopy(vectors.get(i), 0, all, i * dimension, dimension);
        }
        return NdArray.of(all, vectors.size(), dimension);
    }

    /** All of them, to be laid out. */
    Points points() {
        NdArray<float[]> array = array();
        return Points.of(array.shape()[0], array.shape()[1], array.doubles());
    }
}
