package lichen.model.program;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import lichen.core.check.InvalidValueException;
import lichen.core.check.Require;
import lichen.core.npy.NdArray;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import lichen.core.tensor.Views;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Arrays by name that lie one after the other in one array, so that what is done to all of them is done at once. */
public final class NamedViews {
    private final INDArray all;
    private final Map<String, INDArray> views = new LinkedHashMap<>();

    /** Arrays of these shapes, in this order, filled with zeros. */
    public NamedViews(Map<String, long[]> shapes, TensorScope scope) {
        long length = shapes.values().stream().mapToLong(NamedViews::length).sum();
        all = scope.array(Math.max(length, 1));
        all.assign(0);
        long from = 0;
        for (Map.Entry<String, long[]> entry : shapes.entrySet()) {
            views.put(entry.getKey(), Views.of(all, from, entry.getValue()));
            from += length(entry.getValue());
        }
    }

    /** All of them as one vector. */
    public INDArray all() {
        return all;
    }

    /** Their names, in order. */
    public Set<String> names() {
        return Collections.unmodifiableSet(views.keySet());
    }

    /** Whether there is one of this name. */
    public boolean has(String name) {
        return views.containsKey(name);
    }

    /** One of them, in its shape: the same memory. */
    public INDArray view(String name) {
        @Nullable INDArray view = views.get(name);
        if (view == null) {
            throw new InvalidValueException("name", "must be one of " + views.keySet() + ", but is " + name);
        }
        return view;
    }

    /** Fresh copies. */
    public Map<String, NdArray<?>> copy() {
        Map<String, NdArray<?>> copies = new LinkedHashMap<>();
        views.forEach((name, view) -> copies.put(name, NdArray.of(HostMemory.toFloats(view), shape(view))));
        return copies;
    }

    /**
     * Sets all of them.
     *
     * @param arrays holds at least those of the names here
     * @throws InvalidValueException if one is missing or has another shape
     */
    public void restore(Map<String, NdArray<?>> arrays) {
        views.forEach((name, view) -> {
            @Nullable NdArray<?> array = arrays.get(name);
            Require.that(
                    array != null && Arrays.equals(array.shape(), shape(view)),
                    name,
                    "must be there with the shape " + Arrays.toString(view.shape())
                            + ": the state is of another network");
        });
        views.forEach((name, view) -> HostMemory.write(array(arrays, name).floats(), view));
    }

    private static NdArray<?> array(Map<String, NdArray<?>> arrays, String name) {
        @Nullable NdArray<?> array = arrays.get(name);
        if (array == null) {
            throw new InvalidValueException("state", "must hold the array " + name + ", but holds " + arrays.keySet());
        }
        return array;
    }

    private static int[] shape(INDArray view) {
        return Arrays.stream(view.shape()).mapToInt(Math::toIntExact).toArray();
    }

    private static long length(long[] shape) {
        return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }
}
