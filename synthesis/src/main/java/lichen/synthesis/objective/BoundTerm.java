package lichen.synthesis.objective;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import lichen.core.diff.Differentiable;
import lichen.core.feature.FeatureMaps;
import lichen.core.tensor.TensorScope;
import org.jspecify.annotations.Nullable;

/** A term of a sum, bound for one round after the other; only one of them is kept. */
final class BoundTerm {
    private final Summand summand;
    private final boolean varies;
    private final TensorScope scope;
    private TensorScope kept;
    private @Nullable LossTerm bound;
    private @Nullable Differentiable<FeatureMaps, Double> loss;

    /** A term that is bound when it enters a round. */
    BoundTerm(Summand summand, TensorScope scope) {
        this.summand = summand;
        this.scope = scope;
        varies = !summand.term().inRound(0).equals(summand.term().inRound(1));
        kept = scope.child();
    }

    /** Binds the term of a round, if it is not that already. */
    void enter(int round, TargetMaps targets) throws IOException {
        LossTerm wanted = summand.term().inRound(round);
        if (!wanted.equals(bound)) {
            kept.close();
            kept = scope.child();
            loss = wanted.bind(varies ? targets.kept() : targets.passing(), kept);
            bound = wanted;
        }
    }

    double weight() {
        return summand.weight();
    }

    /** How far each layer that it compares is from what it asks. */
    List<LayerDistance> distances(FeatureMaps maps) {
        return Layered.distances(loss(), maps).entrySet().stream()
                .map(layer -> new LayerDistance(summand.place(), layer.getKey(), layer.getValue()))
                .toList();
    }

    Differentiable<FeatureMaps, Double> loss() {
        return Objects.requireNonNull(loss);
    }
}
