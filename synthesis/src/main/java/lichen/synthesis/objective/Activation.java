package lichen.synthesis.objective;

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
import lichen.core.feature.Layer;
import lichen.core.feature.Statistic;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The image should excite a part of a layer as much as it can: what the part "wants to see".
 *
 * <p>L = - sum over c of v[c] z[c]. Here z is the mean of the feature maps over all positions, or their value at one
 * position, and v is a direction in the space of channels, or 1 for one channel and 0 for the others. In the unit of the
 * activations; without a lower bound. The target plays no part.
 *
 * <p>A position is a part of the width and height, so that it means the same for images of all sizes: of W columns it reads
 * floor(x W), the last for x = 1.
 *
 * <p>Source: Erhan et al., "Visualizing Higher-Layer Features of a Deep Network" (2009); Olah et al., "Feature
 * Visualization" (2017).
 *
 * @param layer the layer's name
 * @param channel the channel, counted from 0
 * @param direction v, a number for each channel; empty for one channel
 * @param position x and y, each in [0,1]; empty for the mean over all positions
 * @param inside whether the mean leaves out positions whose receptive field reaches beyond the border of the image
 */
@Summary("the image should excite a channel, a neuron or a direction of a layer")
public record Activation(
        @Summary("the layer's name") String layer,

        @Summary("the channel, counted from 0; or give a direction")
        Optional<Integer> channel,

        @Default("[]") @Summary("a number for each channel, in place of one channel")
        List<Double> direction,

        @Default("[]") @Summary("the neuron at [x, y], from [0, 0] to [1, 1]; the mean of all where left out")
        List<Double> position,

        @Default("false") @Summary("leave out positions that see beyond the border of the image")
        boolean inside)
        implements LossTerm {
    /** Checks what can be checked without the network. */
    public Activation {
        direction = List.copyOf(direction);
        position = List.copyOf(position);
        if (channel.isPresent()) {
            Require.atLeast(0, "channel", channel.orElseThrow());
            Require.that(direction.isEmpty(), "direction", "must be left out where a channel is given: choose one");
        } else {
            Require.that(!direction.isEmpty(), "channel", "must be given, or a direction");
        }
        Require.that(
                position.isEmpty() || position.size() == 2,
                "position",
                "must be two numbers, [x, y], but is " + position);
        for (double coordinate : position) {
            Require.within(0, 1, "position", coordinate);
        }
        Require.that(!inside || position.isEmpty(), "inside", "must be false for a neuron: it has one position");
    }

    /** The mean of one channel, over all positions. */
    public static Activation ofChannel(String layer, int channel) {
        return new Activation(layer, Optional.of(channel), List.of(), List.of(), false);
    }

    /** The mean of one channel, over the positions that see nothing but image. */
    public static Activation insideChannel(String layer, int channel) {
        return new Activation(layer, Optional.of(channel), List.of(), List.of(), true);
    }

    /** It does not look at the target. */
    @Override
    public Set<Statistic> statistics(Set<Statistic> features) {
        return Set.of();
    }

    @Override
    public List<String> layers(Architecture architecture) {
        weights(architecture);
        return List.of(layer);
    }

    @Override
    public boolean canBeNegative() {
        return true;
    }

    @Override
    public boolean knowsPlaces() {
        return !position.isEmpty();
    }

    /** What excites a neuron wherever it lies about its position excites it more reliably. */
    @Override
    public boolean bearsMoves() {
        return true;
    }

    @Override
    public Differentiable<FeatureMaps, Double> bind(Targets targets, TensorScope scope) {
        Architecture architecture = targets.architecture();
        double[] weights = weights(architecture);
        Reading read = reading(architecture.layer(layer));
        TensorScope round = scope.child();
        return maps -> {
            round.rewind();
            Evaluation<INDArray, double[]> reading =
                    (inside && maps.circular() ? Reading.mean() : read).of(maps.layer(layer), round);
            double sum = 0;
            for (int c = 0; c < weights.length; c++) {
                sum += weights[c] * reading.value()[c];
            }
            return new Evaluation<>(
                    -sum, cotangent -> new FeatureMaps(Map.of(layer, gradient(reading, weights, cotangent))));
        };
    }

    private Reading reading(Layer read) {
        if (!position.isEmpty()) {
            return Reading.neurons(position.get(0), position.get(1));
        }
        int reach = read.receptiveField() / 2;
        return inside ? Reading.meanInside((reach + read.stride() - 1) / read.stride()) : Reading.mean();
    }

    private static INDArray gradient(Evaluation<INDArray, double[]> reading, double[] weights, double cotangent) {
        double[] slopes = new double[weights.length];
        for (int c = 0; c < slopes.length; c++) {
            slopes[c] = -cotangent * weights[c];
        }
        return reading.pullback().apply(slopes);
    }

    /** v. */
    private double[] weights(Architecture architecture) {
        int channels = architecture.layer(layer).channels();
        double[] weights = new double[channels];
        if (channel.isPresent()) {
            int chosen = channel.orElseThrow();
            Require.that(
                    chosen < channels,
                    "channel",
                    "must be from 0 to " + (channels - 1) + ", the channels of " + layer + ", but is " + chosen);
            weights[chosen] = 1;
            return weights;
        }
        if (direction.size() != channels) {
            throw new InvalidValueException(
                    "direction",
                    "must hold " + channels + " numbers, one for each channel of " + layer + ", but holds "
                            + direction.size());
        }
        for (int c = 0; c < channels; c++) {
            weights[c] = direction.get(c);
        }
        return weights;
    }
}
