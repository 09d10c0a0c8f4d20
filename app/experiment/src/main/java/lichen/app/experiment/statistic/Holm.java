package lichen.app.experiment.statistic;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Corrects probabilities where many are looked at: the chance that any of those below a level is there by accident is no more than
 * the level. The k-th smallest of m, from 1, becomes the largest so far of (m - k + 1) p, and at most 1.
 *
 * <p>Source: Holm, A simple sequentially rejective multiple test procedure, 1979.
 */
public final class Holm {
    private Holm() {}

    /** The corrected probabilities, in the order of those given. */
    public static double[] corrected(double[] probabilities) {
        List<Integer> order = IntStream.range(0, probabilities.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> probabilities[i]))
                .toList();
        double[] corrected = new double[probabilities.length];
        double largest = 0;
        for (int k = 0; k < order.size(); k++) {
            int place = order.get(k);
            largest = Math.max(largest, (order.size() - k) * probabilities[place]);
            corrected[place] = Math.min(1, largest);
        }
        return corrected;
    }
}
