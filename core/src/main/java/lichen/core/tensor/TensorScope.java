package lichen.core.tensor;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import lichen.core.check.Require;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The owner of native arrays: what was made in a scope is freed when the scope closes.
 *
 * <p>A scope can also serve a loop. {@link #rewind} makes the next requests return the same arrays in the same order, so
 * that code which asks for arrays freely allocates only in its first round:
 *
 * <pre>{@code
 * try (TensorScope scope = new TensorScope()) {
 *     while (...) {
 *         scope.rewind();
 *         INDArray gram = scope.array(64, 64); // allocated once
 *     }
 * }
 * }</pre>
 *
 * <p>The contents of an array are undefined when it is handed out. Not thread safe.
 */
public final class TensorScope implements AutoCloseable {
    /** What an array holds of which nothing is known. */
    private static final Object ANYTHING = new Object();

    private final List<INDArray> arrays = new ArrayList<>();
    private final List<Object> contents = new ArrayList<>();
    private final List<Object> hostArrays = new ArrayList<>();
    private final List<TensorScope> children = new ArrayList<>();
    private int next;
    private int nextHostArray;
    private boolean closed;

    /**
     * An array of float32 in 'c' order, contents undefined.
     *
     * @param shape its extents, each at least 1
     * @throws IllegalStateException if the scope is closed
     */
    public INDArray array(long... shape) {
        return array('c', shape);
    }

    /** As {@link #array(long...)}, in 'c' or 'f' order. */
    public INDArray array(char order, long... shape) {
        requireOpen();
        if (next < arrays.size() && fits(arrays.get(next), order, shape)) {
            contents.set(next, ANYTHING);
            return arrays.get(next++);
        }
        for (long extent : shape) {
            Require.that(extent > 0, "shape", "must have extents of at least 1, but is " + Arrays.toString(shape));
        }
        INDArray array = Nd4j.createUninitialized(DataType.FLOAT, shape, order);
        if (next < arrays.size()) {
            arrays.set(next, array).close();
            contents.set(next, ANYTHING);
        } else {
            arrays.add(array);
            contents.add(ANYTHING);
        }
        next++;
        return array;
    }

    /**
     * An array of float32 whose numbers are the same in each round: they are computed again only where the key or the shape
     * is another than in the round before.
     *
     * @param key what the numbers depend on; equal keys mean equal numbers
     * @param values computes the numbers, in 'c' order
     * @return the array, which must only be read
     */
    public INDArray constant(Object key, Supplier<float[]> values, long... shape) {
        int position = next;
        boolean known = position < arrays.size()
                && contents.get(position).equals(key)
                && fits(arrays.get(position), 'c', shape);
        INDArray array = array(shape);
        if (!known) {
            HostMemory.write(values.get(), array);
        }
        contents.set(position, key);
        return array;
    }

    /** A Java array, contents undefined, that is handed out again as the native ones are. */
    public float[] floats(int length) {
        return hostArray(float[].class, length);
    }

    /** A copy of an array's numbers, in such a Java array. */
    public float[] floatsOf(INDArray array) {
        float[] numbers = floats(Math.toIntExact(array.length()));
        HostMemory.read(array, numbers);
        return numbers;
    }

    /** As {@link #floats}. */
    public double[] doubles(int length) {
        return hostArray(double[].class, length);
    }

    /** As {@link #floats}. */
    public int[] ints(int length) {
        return hostArray(int[].class, length);
    }

    /** As {@link #floats}. */
    public long[] longs(int length) {
        return hostArray(long[].class, length);
    }

    private <A> A hostArray(Class<A> type, int length) {
        requireOpen();
        boolean known = nextHostArray < hostArrays.size();
        if (known
                && type.isInstance(hostArrays.get(nextHostArray))
                && Array.getLength(hostArrays.get(nextHostArray)) == length) {
            return type.cast(hostArrays.get(nextHostArray++));
        }
        A array = type.cast(Array.newInstance(type.getComponentType(), length));
        if (known) {
            hostArrays.set(nextHostArray, array);
        } else {
            hostArrays.add(array);
        }
        nextHostArray++;
        return array;
    }

    /** A copy of an array of any type and order, as float32 in 'c' order, owned by this scope. */
    public INDArray copyOf(INDArray source) {
        INDArray copy = array(source.shape());
        copy.assign(source);
        return copy;
    }

    /** An array of float32 holding these numbers in 'c' order. */
    public INDArray of(float[] values, long... shape) {
        INDArray array = array(shape);
        HostMemory.write(values, array);
        return array;
    }

    /** A scope that is rewound by itself and closes with this one. */
    public TensorScope child() {
        TensorScope child = new TensorScope();
        children.add(child);
        return child;
    }

    /** Starts over: the arrays handed out so far will be handed out again. */
    public void rewind() {
        next = 0;
        nextHostArray = 0;
    }

    /** How many arrays are held, native ones and Java's, children's included. */
    public int size() {
        return arrays.size()
                + hostArrays.size()
                + children.stream().mapToInt(TensorScope::size).sum();
    }

    /** The native memory held, in bytes, children's included. */
    public long bytes() {
        return arrays.stream().mapToLong(array -> array.length() * Float.BYTES).sum()
                + children.stream().mapToLong(TensorScope::bytes).sum();
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the scope is closed");
        }
    }

    private static boolean fits(INDArray array, char order, long[] shape) {
        return array.ordering() == order && Arrays.equals(array.shape(), shape);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            arrays.forEach(INDArray::close);
            arrays.clear();
            hostArrays.clear();
            children.forEach(TensorScope::close);
        }
    }
}
