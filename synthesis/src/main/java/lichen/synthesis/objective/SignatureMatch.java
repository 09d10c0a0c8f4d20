package lichen.synthesis.objective;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lichen.core.check.InvalidValueException;
import lichen.core.check.Require;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.feature.Architecture;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.MapShape;
import lichen.core.feature.Pyramid;
import lichen.core.feature.Statistic;
import lichen.core.feature.Tap;
import lichen.core.image.Picture;
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
 * <p>With several octaves the same layers are also read from the image halved once, twice and so on: one signature of all
 * of them, and one image. Source: Snelgrove, "High-Resolution Multi-Scale Neural Texture Synthesis" (2017).
 *
 * @param layers the layers that are described
 * @param descriptor the statistic
 * @param distance how signatures are compared
 * @param octaves how many sizes of the image are described, each half the one before
 * @param scaleChannels whether each channel of the feature maps is divided by its root mean square in the target, so that
 *     faint channels count as much as strong ones
 * @param picture the photograph that is the target; the experiment's own where empty
 */
@Summary("the image should have the signature of the target")
public record SignatureMatch(
        @Default("\"all-convolutions\"") @Summary("layer names, or all-convolutions")
        List<String> layers,

        @Default("{\"type\": \"gap\"}") @Summary("the statistic")
        Descriptor descriptor,

        @Default("{\"type\": \"euclidean\"}") @Summary("how signatures are compared")
        Distance distance,

        @Default("1") @Summary("sizes of the image that are described, each half the one before")
        int octaves,

        @Default("false") @Summary("divide each channel by its root mean square in the target first")
        boolean scaleChannels,

        @Summary("the photograph whose signature is meant; the experiment's target where left out")
        Optional<Picture> picture)
        implements PhotographTerm, WindowTerm {
    /** Copies the list. */
    public SignatureMatch {
        layers = List.copyOf(layers);
        Require.that(
                octaves >= 1 && octaves <= Pyramid.OCTAVES,
                "octaves",
                "must be from 1 to " + Pyramid.OCTAVES + ", but is " + octaves);
    }

    /** A match of the experiment's own photograph. */
    public SignatureMatch(
            List<String> layers, Descriptor descriptor, Distance distance, int octaves, boolean scaleChannels) {
        this(layers, descriptor, distance, octaves, scaleChannels, Optional.empty());
    }

    /** A match of the image as it is. */
    public SignatureMatch(List<String> layers, Descriptor descriptor, Distance distance) {
        this(layers, descriptor, distance, 1, false);
    }

    @Override
    public SignatureMatch of(Picture photograph) {
        return new SignatureMatch(layers, descriptor, distance, octaves, scaleChannels, Optional.of(photograph));
    }

    @Override
    public Windows windows() {
        Require.that(
                descriptor.window() > 0,
                "descriptor",
                "must be one of single pixels or patches in a region, wherever they lie: gap, moments, gram without shifts and"
                        + " cross-layer, covariance, histogram or sliced-wasserstein");
        return new Windows(descriptor.window(), 1);
    }

    @Override
    public SignatureMatch ofWindows() {
        return with(descriptor.ofWindows());
    }

    @Override
    public List<String> layers(Architecture architecture) {
        List<String> selected = architecture.select(inAllOctaves(architecture.select(layers)));
        try {
            distance.requireLayers(selected);
            distance.requireDescriptor(descriptor);
        } catch (InvalidValueException e) {
            throw new InvalidValueException("distance." + e.name(), e.reason());
        }
        return selected;
    }

    /** What the descriptor reads of the image where the image is a layer, and what the network's other layers read. */
    @Override
    public Set<Statistic> statistics(Set<Statistic> features) {
        Set<Statistic> statistics = EnumSet.noneOf(Statistic.class);
        for (String layer : layers) {
            boolean isImage = Tap.of(layer).layer().equals(Architecture.IMAGE);
            statistics.addAll(isImage ? descriptor.statistics() : features);
        }
        return statistics;
    }

    @Override
    public LossTerm fitted(TargetShapes shapes) throws IOException {
        List<String> selected = layers(shapes.architecture());
        try {
            Map<String, MapShape> photograph =
                    picture.isPresent() ? shapes.photograph(picture.get(), selected) : shapes.photograph(selected);
            return with(descriptor.fitted(photograph, shapes.image(selected)));
        } catch (InvalidValueException e) {
            throw new InvalidValueException("descriptor." + e.name(), e.reason());
        }
    }

    @Override
    public LossTerm inRound(int round) {
        return with(descriptor.inRound(round));
    }

    private SignatureMatch with(Descriptor other) {
        return new SignatureMatch(layers, other, distance, octaves, scaleChannels, picture);
    }

    private List<String> inAllOctaves(List<String> selected) {
        List<String> all = new ArrayList<>();
        for (String layer : selected) {
            Tap tap = Tap.of(layer);
            for (int octave = 0; octave < octaves; octave++) {
                all.add(new Tap(tap.layer(), tap.octave() + octave).name());
            }
        }
        return all;
    }

    @Override
    public Differentiable<FeatureMaps, Double> bind(Targets targets, TensorScope scope) throws IOException {
        List<String> selected = layers(targets.architecture());
        FeatureMaps target =
                picture.isPresent() ? targets.photograph(picture.get(), selected) : targets.photograph(selected);
        TensorScope round = scope.child();
        Differentiable<FeatureMaps, Signature> description = description(target, scope, round);
        Signature wanted = description.at(target).value().copy(scope);
        return maps -> {
            round.rewind();
            Evaluation<FeatureMaps, Signature> signature = description.at(maps.select(selected));
            Evaluation<Signature, Double> loss = distance.between(signature.value(), wanted, round);
            return new Evaluation<>(
                    loss.value(),
                    cotangent -> signature.pullback().apply(loss.pullback().apply(cotangent)));
        };
    }

    private Differentiable<FeatureMaps, Signature> description(
            FeatureMaps target, TensorScope scope, TensorScope round) {
        Differentiable<FeatureMaps, Signature> statistic = maps -> descriptor.at(maps, round);
        return scaleChannels ? new ChannelScaling(target, scope).in(round).then(statistic) : statistic;
    }
}
