package lichen.app.experiment.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import lichen.app.quality.Mean;
import lichen.core.check.Require;

/**
 * The methods' places, from 1: for each photograph and each measure of a basis, the methods are put in order;
 * equals share the mean of their places. A photograph and measure that not all methods have a score of is left out.
 *
 * @param places a place for each method
 * @param orders how many orders there were
 */
record Ranks(List<Place> places, int orders) {
    /**
     * Where a method stands.
     *
     * @param method the method
     * @param mean its mean place
     * @param firsts how often it, or one as good, was in front
     */
    record Place(String method, double mean, int firsts) {}

    Ranks {
        places = List.copyOf(places);
    }

    /** Puts the methods of a comparison in order. */
    static Ranks of(Results results, Basis basis) {
        List<String> methods = results.plan().methods();
        List<double[]> orders = new ArrayList<>();
        for (String photograph : results.plan().photographs()) {
            for (String name : basis.of(results)) {
                double[] scores = methods.stream()
                        .map(method -> results.mean(Mean.GEOMETRIC, photograph, method, List.of(name)))
                        .filter(OptionalDouble::isPresent)
                        .mapToDouble(OptionalDouble::getAsDouble)
                        .toArray();
                if (scores.length == methods.size()) {
                    orders.add(scores);
                }
            }
        }
        return of(methods, orders);
    }

    /**
     * Puts methods in order.
     *
     * @param orders a number for each method; the least is the best
     */
    static Ranks of(List<String> methods, List<double[]> orders) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < methods.size(); i++) {
            double sum = 0;
            int first = 0;
            for (double[] scores : orders) {
                Require.that(scores.length == methods.size(), "orders", "must have a number for each method");
                sum += place(scores, i);
                first += below(scores, scores[i]) == 0 ? 1 : 0;
            }
            places.add(new Place(methods.get(i), orders.isEmpty() ? Double.NaN : sum / orders.size(), first));
        }
        return new Ranks(places, orders.size());
    }

    private static double place(double[] scores, int index) {
        int equal = 0;
        for (double score : scores) {
            equal += score == scores[index] ? 1 : 0;
        }
        return below(scores, scores[index]) + (equal + 1) / 2.0;
    }

    private static int below(double[] scores, double limit) {
        int count = 0;
        for (double score : scores) {
            count += score < limit ? 1 : 0;
        }
        return count;
    }
}
