package lichen.app.quality.measure;

import java.util.PriorityQueue;
import java.util.function.IntToDoubleFunction;

/**
 * A k-d tree: finds vectors near a vector, the likeliest first.
 *
 * <p>Each node halves its vectors along the number that varies most among them. A search goes down the branches in the order of the least
 * distance that they may hold. Source: Arya and Mount, Algorithms for fast vector quantization, 1993.
 */
final class VectorTree {
    private static final int LEAF = 8;

    private final float[][] vectors;
    private final int[] order;
    private final int[] axes;
    private final float[] splits;

    /** A part of the tree that is yet to be searched: vectors first to end of the order. */
    private record Branch(double bound, int node, int first, int end) implements Comparable<Branch> {
        @Override
        public int compareTo(Branch other) {
            return Double.compare(bound, other.bound);
        }
    }

    /** Sorts vectors into a tree; they are kept, and must not change. */
    VectorTree(float[][] vectors) {
        this.vectors = vectors;
        this.order = new int[vectors.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        int nodes = 2;
        for (int size = vectors.length; size > LEAF; size = (size + 1) / 2) {
            nodes *= 2;
        }
        this.axes = new int[nodes];
        this.splits = new float[nodes];
        split(1, 0, order.length);
    }

    /**
     * Searches the likeliest leaves.
     *
     * @param query where to look
     * @param leaves how many leaves at most
     * @param distance the squared distance of a vector's owner, at least that of the vector to the query
     * @return the number of the best that was found
     */
    int nearest(float[] query, int leaves, IntToDoubleFunction distance) {
        PriorityQueue<Branch> open = new PriorityQueue<>();
        open.add(new Branch(0, 1, 0, order.length));
        int best = order[0];
        double least = Double.POSITIVE_INFINITY;
        for (int leaf = 0; leaf < leaves && !open.isEmpty() && open.peek().bound < least; leaf++) {
            Branch branch = descend(open, query);
            for (int i = branch.first; i < branch.end; i++) {
                double found = distance.applyAsDouble(order[i]);
                if (found < least) {
                    least = found;
                    best = order[i];
                }
            }
        }
        return best;
    }

    /** Takes the likeliest branch and goes down to its likeliest leaf; what lies beside the way is left open. */
    private Branch descend(PriorityQueue<Branch> open, float[] query) {
        Branch at = open.remove();
        while (at.end - at.first > LEAF) {
            int middle = (at.first + at.end) >>> 1;
            double step = query[axes[at.node]] - splits[at.node];
            Branch low = new Branch(at.bound, 2 * at.node, at.first, middle);
            Branch high = new Branch(at.bound, 2 * at.node + 1, middle, at.end);
            Branch far = step < 0 ? high : low;
            open.add(new Branch(Math.max(at.bound, step * step), far.node, far.first, far.end));
            at = step < 0 ? low : high;
        }
        return at;
    }

    private void split(int node, int first, int end) {
        if (end - first <= LEAF) {
            return;
        }
        int axis = widest(first, end);
        int middle = (first + end) >>> 1;
        select(first, end - 1, middle, axis);
        axes[node] = axis;
        splits[node] = vectors[order[middle]][axis];
        split(2 * node, first, middle);
        split(2 * node + 1, middle, end);
    }

    private int widest(int first, int end) {
        int widest = 0;
        double greatest = -1;
        for (int axis = 0; axis < vectors[0].length; axis++) {
            double sum = 0;
            double squares = 0;
            for (int i = first; i < end; i++) {
                double value = vectors[order[i]][axis];
                sum += value;
                squares += value * value;
            }
            double variance = squares - sum * sum / (end - first);
            if (variance > greatest) {
                greatest = variance;
                widest = axis;
            }
        }
        return widest;
    }

    /** Hoare's selection: what is less than the one at {@code middle} stands before it. */
    private void select(int low, int high, int middle, int axis) {
        int left = low;
        int right = high;
        while (left < right) {
            float pivot = vectors[order[middle]][axis];
            int i = left;
            int j = right;
            do {
                while (vectors[order[i]][axis] < pivot) {
                    i++;
                }
                while (pivot < vectors[order[j]][axis]) {
                    j--;
                }
                if (i <= j) {
                    int kept = order[i];
                    order[i++] = order[j];
                    order[j--] = kept;
                }
            } while (i <= j);
            left = j < middle ? i : left;
            right = middle < i ? j : right;
        }
    }
}
