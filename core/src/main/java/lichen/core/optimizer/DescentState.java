package lichen.core.optimizer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import lichen.core.check.InvalidValueException;
import lichen.core.check.Require;

/**
 * The whole state of a descent, as arrays by name; what the names mean is the optimiser's own matter.
 *
 * @param arrays the arrays, not copied; {@code "point"} is always there
 */
public record DescentState(Map<String, double[]> arrays) {
    /** The name of the point reached. */
    public static final String POINT = "point";

    /** Keeps the order. */
    public DescentState {
        arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
    }

    /** The state of a descent that has not begun. */
    public static DescentState at(double[] point) {
        return new DescentState(Map.of(POINT, point.clone()));
    }

    /** The same numbers in arrays of their own, which stay as they are when the descent goes on. */
    public DescentState copy() {
        Map<String, double[]> copies = new LinkedHashMap<>();
        arrays.forEach((name, array) -> copies.put(name, array.clone()));
        return new DescentState(copies);
    }

    /** Whether nothing but a point is known. */
    public boolean isFresh() {
        return arrays.size() == 1;
    }

    /** An array by its name. */
    public double[] array(String name) {
        double[] array = arrays.get(name);
        if (array == null) {
            throw new InvalidValueException("state", "must hold the array " + name + ", but holds " + arrays.keySet());
        }
        return array;
    }

    /**
     * Copies an array into another.
     *
     * @throws InvalidValueException if it is missing or of another length
     */
    void copy(String name, double[] to) {
        double[] from = array(name);
        Require.that(from.length == to.length, name, "must hold " + to.length + " numbers, but holds " + from.length);
        System.arraycopy(from, 0, to, 0, to.length);
    }
}
