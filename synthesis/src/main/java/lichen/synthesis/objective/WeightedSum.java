package lichen.synthesis.objective;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lichen.core.check.InvalidValueException;
import lichen.core.check.Require;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.feature.Architecture;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.MapShape;
import lichen.core.feature.Statistic;
import lichen.core.feature.UnknownLayerException;
import lichen.core.plugin.Summary;
import lichen.core.tensor.TensorScope;

/**
 * Several terms at once: L = sum of weight times term. All share one forward and one backward pass through the network.
 *
 * @param terms the terms with their weights
 */
@Summary("several terms, each with a weight")
public record WeightedSum(
        @Summary("terms with their weights") List<Weighted> terms) implements LossTerm {
    /**
     * A term with its weight.
     *
     * @param weight what the term is multiplied by
     * @param term the term
     */
    public record Weighted(
            @Summary("what the term is multiplied by") double weight,
            @Summary("the term") LossTerm term) {
        /** Checks the weight. */
        public Weighted {
            Require.notNegative("weight", weight);
        }
    }

    /** Copies the list. */
    public WeightedSum {
        Require.that(!terms.isEmpty(), "terms", "must be at least one");
        terms = List.copyOf(terms);
    }

    @Override
    public List<String> layers(Architecture architecture) {
        Set<String> all = new HashSet<>();
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            try {
                all.addAll(terms.get(i).term().layers(architecture));
            } catch (UnknownLayerException e) {
                unknown.addAll(e.unknown());
            } catch (InvalidValueException e) {
                throw inTerm(i, e);
            }
        }
        if (!unknown.isEmpty()) {
            throw new UnknownLayerException(unknown, architecture.names());
        }
        return architecture.select(all);
    }

    @Override
    public LossTerm fitted(Architecture architecture, Map<String, MapShape> target, Map<String, MapShape> image) {
        List<Weighted> fitted = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            try {
                LossTerm term = terms.get(i).term().fitted(architecture, target, image);
                fitted.add(new Weighted(terms.get(i).weight(), term));
            } catch (InvalidValueException e) {
                throw inTerm(i, e);
            }
        }
        return new WeightedSum(fitted);
    }

    @Override
    public boolean canBeNegative() {
        return terms.stream().anyMatch(weighted -> weighted.term().canBeNegative());
    }

    private static InvalidValueException inTerm(int index, InvalidValueException cause) {
        return new InvalidValueException("terms[" + index + "].term." + cause.name(), cause.reason());
    }

    @Override
    public Differentiable<FeatureMaps, Double> bind(Architecture architecture, FeatureMaps target, TensorScope scope) {
        List<Differentiable<FeatureMaps, Double>> bound = new ArrayList<>();
        terms.forEach(weighted -> bound.add(weighted.term().bind(architecture, target, scope)));
        TensorScope round = scope.child();
        return maps -> {
            double sum = 0;
            List<Evaluation<FeatureMaps, Double>> evaluations = new ArrayList<>(bound.size());
            for (int i = 0; i < bound.size(); i++) {
                Evaluation<FeatureMaps, Double> evaluation = bound.get(i).at(maps);
                evaluations.add(evaluation);
                sum += terms.get(i).weight() * evaluation.value();
            }
            return new Evaluation<>(sum, cotangent -> {
                round.rewind();
                GradientSum gradients = new GradientSum(maps, round);
                for (int i = 0; i < terms.size(); i++) {
                    double factor = cotangent * terms.get(i).weight();
                    gradients.add(evaluations.get(i).pullback().apply(factor));
                }
                return gradients.sum();
            });
        };
    }

    @Override
    public Set<Statistic> statistics(Set<Statistic> features) {
        Set<Statistic> statistics = EnumSet.noneOf(Statistic.class);
        terms.forEach(weighted -> statistics.addAll(weighted.term().statistics(features)));
        return statistics;
    }

    @Override
    public LossTerm inRound(int round) {
        return new WeightedSum(terms.stream()
                .map(weighted -> new Weighted(weighted.weight(), weighted.term().inRound(round)))
                .toList());
    }
}
