package lichen.core.optimizer;

import java.util.Map;

/**
 * What the last steps told about the curvature: pairs (s, y) of a step and the change of the gradient along it, and the
 * product of the inverse Hessian that they imply with a vector.
 *
 * <p>Source: Nocedal and Wright, Numerical Optimization, 2nd edition, algorithm 7.4.
 */
final class CurvatureMemory {
    /** Pairs whose cosine of s and y is below this are noise. */
    private static final double LEAST_COSINE = 1e-8;

    private static final String STEP = "step.";
    private static final String CHANGE = "change.";

    private final int history;
    private final int length;
    private final double[][] steps;
    private final double[][] changes;
    private final double[] products;
    private final double[] weights;
    private int size;
    private int oldest;

    CurvatureMemory(int history, int length) {
        this.history = history;
        this.length = length;
        // One more than history: a new pair is formed beside the others, and may turn out to be of no use.
        steps = new double[history + 1][0];
        changes = new double[history + 1][0];
        products = new double[history + 1];
        weights = new double[history + 1];
    }

    boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        size = 0;
        oldest = 0;
    }

    /** Remembers the step from one sample to the next, if the slope rose along it; the oldest pair makes room. */
    void add(Sample from, Sample to) {
        int slot = slot(size);
        double[] step = vector(steps, slot);
        double[] change = vector(changes, slot);
        Vectors.difference(to.point, from.point, step);
        Vectors.difference(to.gradient, from.gradient, change);
        double product = Vectors.dot(step, change);
        double lengths = Math.sqrt(Vectors.dot(step, step) * Vectors.dot(change, change));
        if (product > LEAST_COSINE * lengths) {
            products[slot] = product;
            if (size < history) {
                size++;
            } else {
                oldest = slot(1);
            }
        }
    }

    /** Replaces a vector by its product with the inverse Hessian. */
    void applyInverseHessian(double[] vector) {
        for (int pair = size - 1; pair >= 0; pair--) {
            int slot = slot(pair);
            weights[slot] = Vectors.dot(steps[slot], vector) / products[slot];
            Vectors.add(-weights[slot], changes[slot], vector);
        }
        int newest = slot(size - 1);
        Vectors.scale(products[newest] / Vectors.dot(changes[newest], changes[newest]), vector);
        for (int pair = 0; pair < size; pair++) {
            int slot = slot(pair);
            double weight = weights[slot] - Vectors.dot(changes[slot], vector) / products[slot];
            Vectors.add(weight, steps[slot], vector);
        }
    }

    /** Adds views of all pairs, the oldest first. */
    void save(Map<String, double[]> arrays) {
        for (int pair = 0; pair < size; pair++) {
            arrays.put(STEP + pair, steps[slot(pair)]);
            arrays.put(CHANGE + pair, changes[slot(pair)]);
        }
    }

    /** Takes over so many pairs that {@link #save} gave. */
    void restore(DescentState state, int pairs) {
        clear();
        for (int pair = Math.max(0, pairs - history); pair < pairs; pair++) {
            state.copy(STEP + pair, vector(steps, size));
            state.copy(CHANGE + pair, vector(changes, size));
            products[size] = Vectors.dot(steps[size], changes[size]);
            size++;
        }
    }

    int size() {
        return size;
    }

    /** A vector to write into, made when it is first needed: many descents end before they have filled their history. */
    private double[] vector(double[][] vectors, int slot) {
        if (vectors[slot].length != length) {
            vectors[slot] = new double[length];
        }
        return vectors[slot];
    }

    private int slot(int pair) {
        return (oldest + pair) % steps.length;
    }
}
