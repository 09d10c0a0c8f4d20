package lichen.app.experiment.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import lichen.app.experiment.statistic.Holm;
import lichen.app.experiment.statistic.Interval;
import lichen.app.experiment.statistic.SignedRanks;

/**
 * What a level of an axis does, beside the axis' first level: the quotient of their ratios to the floor, exp(mean over photographs p of
 * d_p). d_p is the mean, over all pairs of images of p that differ in this axis alone and have the same seed, of the difference of their
 * mean log ratios.
 *
 * @param axis the axis
 * @param level the level
 * @param reference the level that it is compared with
 * @param quotient below 1 where the level is better
 * @param low the lower end of the bootstrap's 95 % interval, over photographs
 * @param high its upper end
 * @param photographs how many stand behind it
 * @param wins on how many of them the level is better
 * @param probability Wilcoxon's, that the photographs' differences lie so far to one side by chance; not a number where it has none
 * @param corrected the same with Holm's correction for all effects of the table
 */
record Effect(
        String axis,
        String level,
        String reference,
        double quotient,
        double low,
        double high,
        int photographs,
        int wins,
        double probability,
        double corrected) {
    /** The main effects of all levels but the first ones. */
    static List<Effect> of(Results results, Grid grid, Basis basis) {
        List<Effect> effects = new ArrayList<>();
        for (Map.Entry<String, Axis> axis : grid.axes().entrySet()) {
            List<String> levels = axis.getValue().names();
            for (String level : levels.subList(1, levels.size())) {
                double[] differences = differences(results, grid, basis, axis.getKey(), level, levels.get(0));
                if (differences.length > 0) {
                    effects.add(of(axis.getKey(), level, levels.get(0), differences));
                }
            }
        }
        return corrected(effects);
    }

    /** The differences of mean log ratios by photograph; one that has no pair is left out. */
    private static double[] differences(
            Results results, Grid grid, Basis basis, String axis, String level, String reference) {
        List<String> names = basis.of(results);
        List<Double> differences = new ArrayList<>();
        for (String photograph : results.plan().photographs()) {
            List<Double> pairs = new ArrayList<>();
            for (Cell[] pair : grid.pairs(axis, level, reference)) {
                for (int number = 1; number <= results.plan().seeds(); number++) {
                    OptionalDouble one = results.logRatio(new Candidate(photograph, pair[0].name(), number), names);
                    OptionalDouble other = results.logRatio(new Candidate(photograph, pair[1].name(), number), names);
                    if (one.isPresent() && other.isPresent()) {
                        pairs.add(one.getAsDouble() - other.getAsDouble());
                    }
                }
            }
            pairs.stream().mapToDouble(Double::doubleValue).average().ifPresent(differences::add);
        }
        return differences.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Effect of(String axis, String level, String reference, double[] differences) {
        Interval interval = Interval.of(differences);
        int wins = 0;
        for (double difference : differences) {
            wins += difference < 0 ? 1 : 0;
        }
        double probability = SignedRanks.probability(differences).orElse(Double.NaN);
        return new Effect(
                axis,
                level,
                reference,
                Math.exp(interval.mean()),
                Math.exp(interval.low()),
                Math.exp(interval.high()),
                differences.length,
                wins,
                probability,
                probability);
    }

    private static List<Effect> corrected(List<Effect> effects) {
        List<Effect> tested = effects.stream()
                .filter(effect -> !Double.isNaN(effect.probability))
                .toList();
        double[] corrected =
                Holm.corrected(tested.stream().mapToDouble(Effect::probability).toArray());
        return effects.stream()
                .map(effect -> tested.contains(effect) ? effect.with(corrected[tested.indexOf(effect)]) : effect)
                .toList();
    }

    private Effect with(double other) {
        return new Effect(axis, level, reference, quotient, low, high, photographs, wins, probability, other);
    }
}
