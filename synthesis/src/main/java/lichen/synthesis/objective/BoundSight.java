package lichen.synthesis.objective;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.feature.FeatureMaps;
import lichen.core.tensor.TensorScope;

/** The weighted sum of terms that look through one network, as a function of its feature maps, in one round after the other. */
final class BoundSight implements Differentiable<FeatureMaps, Double> {
    private final List<BoundTerm> terms;
    private final TargetMaps targets;
    private final TensorScope evaluation;

    /**
     * Binds terms for the first round.
     *
     * @throws IOException if a picture cannot be read
     */
    BoundSight(Sight sight, TargetMaps targets, TensorScope scope) throws IOException {
        terms = sight.summands().stream()
                .map(summand -> new BoundTerm(summand, scope))
                .toList();
        this.targets = targets;
        evaluation = scope.child();
        enter(0);
    }

    /** Goes on to a round: terms that differ are bound again. */
    void enter(int round) throws IOException {
        for (BoundTerm term : terms) {
            term.enter(round, targets);
        }
        targets.letGo();
    }

    @Override
    public Evaluation<FeatureMaps, Double> at(FeatureMaps maps) {
        if (terms.size() == 1) {
            return weighted(terms.get(0), maps);
        }
        double sum = 0;
        List<Evaluation<FeatureMaps, Double>> evaluations = new ArrayList<>(terms.size());
        for (BoundTerm term : terms) {
            Evaluation<FeatureMaps, Double> value = term.loss().at(maps);
            evaluations.add(value);
            sum += term.weight() * value.value();
        }
        return new Evaluation<>(sum, cotangent -> {
            evaluation.rewind();
            GradientSum gradients = new GradientSum(maps, evaluation);
            for (int i = 0; i < terms.size(); i++) {
                double factor = cotangent * terms.get(i).weight();
                gradients.add(evaluations.get(i).pullback().apply(factor));
            }
            return gradients.sum();
        });
    }

    /** How far each layer that a term compares is from what it asks. */
    List<LayerDistance> distances(FeatureMaps maps) {
        return terms.stream().flatMap(term -> term.distances(maps).stream()).toList();
    }

    private static Evaluation<FeatureMaps, Double> weighted(BoundTerm term, FeatureMaps maps) {
        Evaluation<FeatureMaps, Double> value = term.loss().at(maps);
        double weight = term.weight();
        return new Evaluation<>(
                weight * value.value(), cotangent -> value.pullback().apply(weight * cotangent));
    }
}
