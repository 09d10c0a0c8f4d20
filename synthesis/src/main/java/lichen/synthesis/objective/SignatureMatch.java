package lichen.synthesis.objective;

import java.util.List;
import lichen.core.check.InvalidValueException;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.feature.Architecture;
import lichen.core.feature.FeatureMaps;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.tensor.TensorScope;
import lichen.descriptor.Descriptor;
import lichen.descriptor.Distance;
import lichen.descriptor.Signature;

/**
 * The image should have the target's signature: L = distance(descriptor(features of the image), descriptor(features of the
 * target)). The target's signature is computed once.
 *
 * @param layers the layers that are described
 * @param descriptor the statistic
 * @param distance how signatures are compared
 */
@Summary("the image should have the signature of the target")
public record SignatureMatch(
        @Default("\"all-convolutions\"") @Summary("layer names, or all-convolutions")
        List<String> layers,

        @Default("{\"type\": \"gap\"}") @Summary("the statistic")
        Descriptor descriptor,

        @Default("{\"type\": \"euclidean\"}") @Summary("how signatures are compared")
        Distance distance)
        implements LossTerm {
    /** Copies the list. */
    public SignatureMatch {
        layers = List.copyOf(layers);
    }

    @Override
    public List<String> layers(Architecture architecture) {
        List<String> selected = architecture.select(layers);
        try {
            distance.requireLayers(selected);
        } catch (InvalidValueException e) {
            throw new InvalidValueException("distance." + e.name(), e.reason());
        }
        return selected;
    }

    @Override
    public Differentiable<FeatureMaps, Double> bind(Architecture architecture, FeatureMaps target, TensorScope scope) {
        List<String> selected = layers(architecture);
        TensorScope round = scope.child();
        Signature wanted = descriptor.at(target.select(selected), round).value().copy(scope);
        return maps -> {
            round.rewind();
            Evaluation<FeatureMaps, Signature> signature = descriptor.at(maps.select(selected), round);
            Evaluation<Signature, Double> loss = distance.between(signature.value(), wanted, round);
            return new Evaluation<>(
                    loss.value(),
                    cotangent -> signature.pullback().apply(loss.pullback().apply(cotangent)));
        };
    }
}
