package lichen.synthesis.objective;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
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
import lichen.descriptor.SignatureMean;

/**
 * The image should have the target's signature: L = distance(descriptor(features of the image), descriptor(features of the
 * target)). The target's signature is computed once. Where several photographs are mixed, it is the mean of theirs, by the
 * descriptor's rule.
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
 * @param mixture several photographs that the target lies between, in place of one; the experiment's where both are empty
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
        Optional<Picture> picture,

        @Summary("several photographs whose mean signature is meant; the experiment's where left out")
        Optional<Mixture> mixture)
        implements PhotographTerm, WindowTerm {
    /** Copies the list. */
    public SignatureMatch {
        layers = List.copyOf(layers);
        Require.that(
                octaves >= 1 && octaves <= Pyramid.OCTAVES,
                "octaves",
                "must be from 1 to " + Pyramid.OCTAVES + ", but is " + octaves);
        Require.that(
                picture.isEmpty() || mixture.isEmpty(),
                "mixture",
                "must stand alone: name the picture among its photographs, and leave the key picture out");
    }

    /** A match of the experiment's own photograph. */
    public SignatureMatch(
            List<String> layers, Descriptor descriptor, Distance distance, int octaves, boolean scaleChannels) {
        this(layers, descriptor, distance, octaves, scaleChannels, Optional.empty(), Optional.empty());
    }

    /** A match of the image as it is. */
    public SignatureMatch(List<String> layers, Descriptor descriptor, Distance distance) {
        this(layers, descriptor, distance, 1, false);
    }

    @Override
    public SignatureMatch of(Picture photograph) {
        return new SignatureMatch(
                layers, descriptor, distance, octaves, scaleChannels, Optional.of(photograph), Optional.empty());
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
            Map<String, MapShape> image = new MixtureStrip(
                            0, mixed(shapes.mixture()).map(Mixture::strips).orElse(1))
                    .cut(shapes.image(selected));
            return with(descriptor.fitted(photograph(shapes, selected), image));
        } catch (InvalidValueException e) {
            throw new InvalidValueException("descriptor." + e.name(), e.reason());
        }
    }

    /** The shapes of the photograph's maps; of several, what they have in common. */
    private Map<String, MapShape> photograph(TargetShapes shapes, List<String> selected) throws IOException {
        Optional<Mixture> mixed = mixed(shapes.mixture());
        if (mixed.isEmpty()) {
            return picture.isPresent() ? shapes.photograph(picture.get(), selected) : shapes.photograph(selected);
        }
        Map<String, MapShape> common = new LinkedHashMap<>();
        for (Picture part : mixed.get().pictures()) {
            shapes.photograph(part, selected).forEach((layer, shape) -> common.merge(layer, shape, MapShape::common));
        }
        return common;
    }

    /** What is mixed, given what the experiment mixes. */
    private Optional<Mixture> mixed(Optional<Mixture> ofExperiment) {
        return mixture.isPresent() || picture.isPresent() ? mixture : ofExperiment;
    }

    @Override
    public LossTerm inRound(int round) {
        return with(descriptor.inRound(round));
    }

    private SignatureMatch with(Descriptor other) {
        return new SignatureMatch(layers, other, distance, octaves, scaleChannels, picture, mixture);
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

    /** Where the mixture changes from left to right. */
    @Override
    public boolean knowsPlaces() {
        return mixture.map(Mixture::knowsPlaces).orElse(false);
    }

    @Override
    public Differentiable<FeatureMaps, Double> bind(Targets targets, TensorScope scope) throws IOException {
        List<String> selected = layers(targets.architecture());
        Optional<Mixture> mixed = mixed(targets.mixture());
        List<FeatureMaps> photographs = new ArrayList<>();
        if (mixed.isPresent()) {
            for (Picture part : mixed.get().pictures()) {
                photographs.add(targets.photograph(part, selected));
            }
        } else {
            photographs.add(
                    picture.isPresent() ? targets.photograph(picture.get(), selected) : targets.photograph(selected));
        }
        TensorScope round = scope.child();
        List<Likeness> strips = new ArrayList<>();
        for (int strip = 0; strip < mixed.map(Mixture::strips).orElse(1); strip++) {
            List<Double> shares = mixed.isPresent() ? mixed.get().shares(strip) : List.of(1.0);
            strips.add(likeness(photographs, shares, mixed.filter(Mixture::isShifted), scope, round));
        }
        Differentiable<FeatureMaps, Double> loss =
                strips.size() == 1 ? strips.get(0) : new StripLikeness(strips, round);
        return new LossOfView(maps -> new Evaluation<>(maps.select(selected), slopes -> slopes), loss, round);
    }

    /** The likeness to the mean of photographs, or to what lies beyond. */
    private Likeness likeness(
            List<FeatureMaps> photographs,
            List<Double> shares,
            Optional<Mixture> shifted,
            TensorScope scope,
            TensorScope round) {
        Differentiable<FeatureMaps, Signature> statistic = maps -> descriptor.at(maps, round);
        Differentiable<FeatureMaps, Signature> description = scaleChannels
                ? new ChannelScaling(meanSquares(photographs, shares), scope)
                        .in(round)
                        .then(statistic)
                : statistic;
        List<Signature> signatures = new ArrayList<>();
        for (FeatureMaps photograph : photographs) {
            round.rewind();
            signatures.add(description.at(photograph).value().copy(scope));
        }
        Signature wanted = shifted.isPresent()
                ? SignatureMean.beyond(descriptor, signatures, shifted.get().shifted(), scope)
                : SignatureMean.of(descriptor, signatures, shares, scope);
        return new Likeness(description, distance, wanted, round);
    }

    private static MeanSquares meanSquares(List<FeatureMaps> photographs, List<Double> shares) {
        MeanSquares squares = new MeanSquares();
        for (int k = 0; k < shares.size(); k++) {
            squares.add(photographs.get(k), shares.get(k));
        }
        return squares;
    }
}
