package lichen.synthesis.objective;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.FeatureNetwork;
import lichen.core.image.Image;
import lichen.core.tensor.TensorScope;
import lichen.descriptor.Signature;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A signature match of a large image, whose statistics are means over pixels: those of the image are the means of those of its bands. Each
 * band is looked at twice in an evaluation, for its statistics and for its gradient, so that memory is that of one band.
 */
final class BandedMatch implements SightLoss {
    private final Summand summand;
    private final SignatureMatch match;
    private final BandedMaps image;
    private final Differentiable<FeatureMaps, Signature> description;
    private final Signature wanted;
    private final TensorScope band;
    private final TensorScope round;

    private BandedMatch(Summand summand, SignatureMatch match, FeatureNetwork network, Parts parts, TensorScope scope) {
        this.summand = summand;
        this.match = match;
        band = scope.child();
        round = scope.child();
        List<String> layers = match.layers(network.architecture());
        Differentiable<FeatureMaps, Signature> statistic =
                maps -> match.descriptor().at(maps, band);
        try (TensorScope passing = new TensorScope()) {
            INDArray seen = parts.photograph.tensor(passing);
            BandedMaps maps = new BandedMaps(network, parts.ofPhotograph, parts.frame.ofPhotograph(), layers, passing);
            description =
                    match.scaleChannels() ? scaling(maps, seen, scope).in(band).then(statistic) : statistic;
            wanted = mean(maps, seen, scope);
        }
        image = new BandedMaps(network, parts.ofImage, parts.frame.border(), layers, scope);
    }

    private record Parts(Frame frame, Bands ofImage, Image photograph, Bands ofPhotograph) {}

    /**
     * The match of a sight that consists of nothing else; empty where the image is small, or the statistics are no means over
     * pixels.
     *
     * @throws IOException if the photograph cannot be read
     */
    static Optional<BandedMatch> of(
            Sight sight, FeatureNetwork network, Sources sources, Frame frame, TensorScope scope) throws IOException {
        if (sight.summands().size() != 1
                || !(sight.summands().get(0).term() instanceof SignatureMatch match)
                || !match.descriptor().isMeanOverPixels()
                || (match.picture().isEmpty()
                        && match.mixture().or(sources::mixture).isPresent())) {
            return Optional.empty();
        }
        List<String> layers = match.layers(network.architecture());
        Optional<Bands> ofImage = Bands.of(network, frame.size(), frame.border(), layers);
        if (ofImage.isEmpty()) {
            return Optional.empty();
        }
        Image photograph =
                match.picture().isPresent() ? sources.photograph(match.picture().get()) : sources.photograph();
        return Bands.orWhole(network, photograph.size(), frame.ofPhotograph(), layers)
                .map(ofPhotograph -> new Parts(frame, ofImage.get(), photograph, ofPhotograph))
                .map(parts -> new BandedMatch(sight.summands().get(0), match, network, parts, scope));
    }

    @Override
    public Evaluation<INDArray, Double> at(INDArray pixels) {
        round.rewind();
        Evaluation<Signature, Double> loss = match.distance().between(mean(image, pixels, round), wanted, round);
        double weight = summand.weight();
        return new Evaluation<>(weight * loss.value(), cotangent -> {
            Signature slopes = loss.pullback().apply(cotangent * weight / image.count());
            INDArray gradient = round.array(pixels.shape());
            image.pullBack(pixels, maps -> slopes(maps, slopes), gradient);
            return gradient;
        });
    }

    /** A mean over pixels is the same in every round. */
    @Override
    public void enter(int number) {}

    @Override
    public List<LayerDistance> distances(INDArray pixels) {
        round.rewind();
        List<LayerDistance> distances = new ArrayList<>();
        Likeness.distances(mean(image, pixels, round), wanted)
                .forEach((layer, distance) -> distances.add(new LayerDistance(summand.place(), layer, distance)));
        return distances;
    }

    private FeatureMaps slopes(FeatureMaps maps, Signature slopes) {
        band.rewind();
        return description.at(maps).pullback().apply(slopes);
    }

    private Signature mean(BandedMaps maps, INDArray of, TensorScope scope) {
        Map<String, INDArray> sums = new LinkedHashMap<>();
        maps.each(of, seen -> {
            band.rewind();
            description.at(seen).value().layers().forEach((layer, numbers) -> {
                INDArray sum = sums.get(layer);
                if (sum == null) {
                    sums.put(layer, scope.copyOf(numbers));
                } else {
                    sum.addi(numbers);
                }
            });
        });
        sums.values().forEach(sum -> sum.divi(maps.count()));
        return new Signature(sums);
    }

    private static ChannelScaling scaling(BandedMaps maps, INDArray of, TensorScope scope) {
        MeanSquares squares = new MeanSquares();
        maps.each(of, seen -> squares.add(seen, 1.0 / maps.count()));
        return new ChannelScaling(squares, scope);
    }
}
