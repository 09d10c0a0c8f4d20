package lichen.app.experiment.embedding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lichen.core.check.Require;

/**
 * How often a point's nearest other point comes from the same source: (1/n) sum_i [source of nearest(i) = source of i], in
 * Euclidean distance. Where several are equally near, each counts for its share.
 *
 * <p>Invariant to moving, turning and scaling the points, and to their order. Cost: n^2 d multiply-adds.
 *
 * @param share the share of such points, in [0,1]
 * @param chance the share to expect if sources were dealt out at random: sum_s n_s (n_s - 1) / (n (n - 1))
 */
public record NeighbourAccuracy(double share, double chance) {
    /**
     * Measures points.
     *
     * @param points {@code [n,d]}, n at least 2
     * @param sources where each comes from, in the order of the points
     */
    public static NeighbourAccuracy of(Points points, List<String> sources) {
        int n = Require.atLeast(2, "count", points.count());
        Require.that(
                sources.size() == n, "sources", "must be " + n + ", one for each point, but are " + sources.size());
        double hits = 0;
        for (int i = 0; i < n; i++) {
            hits += hit(points, sources, i);
        }
        return new NeighbourAccuracy(hits / n, chance(sources));
    }

    private static double hit(Points points, List<String> sources, int point) {
        double nearest = Double.POSITIVE_INFINITY;
        int same = 0;
        int all = 0;
        for (int other = 0; other < points.count(); other++) {
            double square = points.squaredDistance(point, other);
            if (other == point || square > nearest) {
                continue;
            }
            if (square < nearest) {
                nearest = square;
                same = 0;
                all = 0;
            }
            all++;
            same += sources.get(other).equals(sources.get(point)) ? 1 : 0;
        }
        return (double) same / all;
    }

    private static double chance(List<String> sources) {
        Map<String, Integer> sizes = new HashMap<>();
        sources.forEach(source -> sizes.merge(source, 1, Integer::sum));
        double pairs = 0;
        for (int size : sizes.values()) {
            pairs += (double) size * (size - 1);
        }
        return pairs / ((double) sources.size() * (sources.size() - 1));
    }
}
