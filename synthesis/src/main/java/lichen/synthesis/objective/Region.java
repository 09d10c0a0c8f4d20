package lichen.synthesis.objective;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lichen.core.check.InvalidValueException;
import lichen.core.check.Require;
import lichen.core.diff.Differentiable;
import lichen.core.feature.Architecture;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.MapShape;
import lichen.core.feature.NetworkSpec;
import lichen.core.feature.Statistic;
import lichen.core.image.MaskColour;
import lichen.core.image.Picture;
import lichen.core.image.Regions;
import lichen.core.plugin.Summary;
import lichen.core.tensor.TensorScope;

/**
 * A term that is asked of one region of the image alone, and of a photograph as a whole or of the same region of it.
 *
 * <p>The term sees nothing but the squares of feature maps that it compares (single pixels, or patches), as pixels of a map of their
 * own: those that lie in the region, of the image or of the photograph. Where that of the image is too narrow for squares, those whose
 * middle lies there see across its border. So statistics are means over the region. The layers themselves see beyond its border as far as their receptive fields reach.
 *
 * <p>Source: the guided sums of Gatys et al., "Controlling Perceptual Factors in Neural Style Transfer" (2017), section 4; here a
 * position belongs to a region or not.
 *
 * @param mask the regions of the image, each of a colour; brought to its size
 * @param colour that of the region
 * @param term what is asked of it
 * @param photographMask the regions of the term's photograph; all of it is meant where empty
 */
@Summary("a term, asked of one region of the image alone")
public record Region(
        @Summary("the regions of the image: one for each colour of this picture")
        Picture mask,

        @Summary("the region's colour, such as #ff8000") String colour,

        @Summary("what is asked of it: signature-match, nearest-patches or content")
        Loss term,

        @Summary(
                "the regions of the term's photograph, of which that of the same colour is meant; all of it where left out")
        Optional<Picture> photographMask)
        implements LossTerm {
    /** Checks that the term can be asked of a part. */
    public Region {
        MaskColour.of(colour);
        Require.that(
                term instanceof WindowTerm,
                "term",
                "must be one that can be asked of a region: signature-match, nearest-patches or content");
        try {
            windows(term);
        } catch (InvalidValueException e) {
            throw within(e);
        }
    }

    private static Windows windows(Loss term) {
        return ((WindowTerm) term).windows();
    }

    private LossTerm whole() {
        return (LossTerm) term;
    }

    private Region with(LossTerm other) {
        return new Region(mask, colour, other, photographMask);
    }

    private static InvalidValueException within(InvalidValueException cause) {
        return new InvalidValueException("term." + cause.name(), cause.reason());
    }

    @Override
    public Optional<NetworkSpec> network() {
        return whole().network();
    }

    @Override
    public Set<Statistic> statistics(Set<Statistic> features) {
        return whole().statistics(features);
    }

    @Override
    public List<String> layers(Architecture architecture) {
        try {
            return whole().layers(architecture);
        } catch (InvalidValueException e) {
            throw within(e);
        }
    }

    @Override
    public LossTerm inRound(int round) {
        return with(whole().inRound(round));
    }

    @Override
    public LossTerm fitted(TargetShapes shapes) throws IOException {
        List<String> layers = layers(shapes.architecture());
        requireRoom(ofImage(shapes.extents().regions(mask)), shapes.image(layers), shapes.isCircular(), "the image");
        if (photographMask.isPresent()) {
            RegionWindows windows = ofPhotograph(Optional.of(shapes.extents().regions(photographMask.get())));
            requireRoom(windows, photograph(shapes, layers), false, "the photograph");
        }
        try {
            return with(whole().fitted(shapes));
        } catch (InvalidValueException e) {
            throw within(e);
        }
    }

    private Map<String, MapShape> photograph(TargetShapes shapes, List<String> layers) throws IOException {
        Optional<Picture> own = term instanceof PhotographTerm of ? of.picture() : Optional.empty();
        return own.isPresent() ? shapes.photograph(own.get(), layers) : shapes.photograph(layers);
    }

    private void requireRoom(RegionWindows windows, Map<String, MapShape> shapes, boolean circular, String of) {
        shapes.forEach((layer, shape) -> {
            int count = windows.count((int) shape.height(), (int) shape.width(), circular);
            Require.that(
                    count >= RegionWindows.LEAST,
                    "colour",
                    "must be a region of " + of + " with at least " + RegionWindows.LEAST + " places at the layer "
                            + layer + ", but " + colour + " has " + count
                            + " there: draw it larger, or make a larger image");
        });
    }

    private RegionWindows ofImage(Regions regions) {
        MaskColour own = MaskColour.of(colour);
        regions.require(own);
        return RegionWindows.ofImage(windows(term), regions, own);
    }

    private RegionWindows ofPhotograph(Optional<Regions> regions) {
        MaskColour own = MaskColour.of(colour);
        regions.ifPresent(found -> found.require(own));
        return regions.map(found -> RegionWindows.within(windows(term), found, own))
                .orElseGet(() -> RegionWindows.all(windows(term)));
    }

    @Override
    public boolean knowsPlaces() {
        return true;
    }

    @Override
    public Differentiable<FeatureMaps, Double> bind(Targets targets, TensorScope scope) throws IOException {
        List<String> layers = layers(targets.architecture());
        RegionWindows image = ofImage(targets.regions(mask));
        RegionWindows photograph = ofPhotograph(
                photographMask.isPresent() ? Optional.of(targets.regions(photographMask.get())) : Optional.empty());
        TensorScope round = scope.child();
        Differentiable<FeatureMaps, FeatureMaps> windows = image.in(round);
        try (TensorScope passing = new TensorScope()) {
            Targets within = new Within(targets, image.in(passing), photograph.in(passing));
            Differentiable<FeatureMaps, Double> loss =
                    ((WindowTerm) term).ofWindows().bind(within, scope);
            return new LossOfView(maps -> windows.at(maps.select(layers)), loss, round);
        }
    }

    /** Pictures of which nothing but a region is seen. */
    private record Within(
            Targets targets,
            Differentiable<FeatureMaps, FeatureMaps> ofImage,
            Differentiable<FeatureMaps, FeatureMaps> ofPhotograph)
            implements Targets {
        @Override
        public Architecture architecture() {
            return targets.architecture();
        }

        @Override
        public FeatureMaps photograph(Collection<String> layers) throws IOException {
            return ofPhotograph.at(targets.photograph(layers)).value();
        }

        @Override
        public FeatureMaps photograph(Picture picture, Collection<String> layers) throws IOException {
            return ofPhotograph.at(targets.photograph(picture, layers)).value();
        }

        @Override
        public FeatureMaps overlay(Picture picture, Collection<String> layers) throws IOException {
            return ofImage.at(targets.overlay(picture, layers)).value();
        }

        @Override
        public Regions regions(Picture mask) throws IOException {
            return targets.regions(mask);
        }
    }
}
