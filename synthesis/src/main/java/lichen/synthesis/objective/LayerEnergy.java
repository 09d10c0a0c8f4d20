package lichen.synthesis.objective;

import java.util.List;
import java.util.Map;
import java.util.Set;
import lichen.core.check.Require;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.feature.Architecture;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.Statistic;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.tensor.Elementwise;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Whatever a layer sees in the image, it should see more of it: a dream.
 *
 * <p>L = - 1/2 mean over y, x, c of F[y,x,c]², over all channels or over some. Its gradient at the layer is the layer's own activation, so
 * that what is strong already grows fastest. In the unit of the activations, squared; without a lower bound. The target plays no part.
 *
 * <p>Source: Mordvintsev, Olah and Tyka, "Inceptionism: Going Deeper into Neural Networks" (2015), and the code that they published.
 *
 * @param layer the layer's name
 * @param channels the channels that count; all where empty
 */
@Summary("whatever a layer sees in the image, it should see more of it")
public record LayerEnergy(
        @Summary("the layer's name") String layer,

        @Default("[]") @Summary("the channels that count, from 0; all where left out")
        List<Integer> channels)
        implements LossTerm {
    /** Checks what can be checked without the network. */
    public LayerEnergy {
        channels = List.copyOf(channels);
        channels.forEach(channel -> Require.atLeast(0, "channels", channel));
    }

    /** It does not look at the target. */
    @Override
    public Set<Statistic> statistics(Set<Statistic> features) {
        return Set.of();
    }

    @Override
    public List<String> layers(Architecture architecture) {
        mask(architecture);
        return List.of(layer);
    }

    @Override
    public boolean canBeNegative() {
        return true;
    }

    @Override
    public Differentiable<FeatureMaps, Double> bind(Targets targets, TensorScope scope) {
        float[] counted = mask(targets.architecture());
        INDArray mask = scope.of(counted, counted.length);
        double share = channels.isEmpty() ? 1 : (double) Set.copyOf(channels).size() / counted.length;
        TensorScope round = scope.child();
        return maps -> {
            round.rewind();
            INDArray map = maps.layer(layer);
            INDArray seen = round.array(map.shape());
            Elementwise.scaleEachChannel(map, mask, seen).run();
            double count = share * map.length();
            return new Evaluation<>(
                    -HostMemory.squaredNorm(seen) / (2 * count),
                    cotangent ->
                            new FeatureMaps(Map.of(layer, round.copyOf(seen).muli(-cotangent / count))));
        };
    }

    /** 1 for each channel that counts, 0 for the others. */
    private float[] mask(Architecture architecture) {
        int all = architecture.layer(layer).channels();
        float[] mask = new float[all];
        for (int channel = 0; channel < all; channel++) {
            mask[channel] = channels.isEmpty() || channels.contains(channel) ? 1 : 0;
        }
        channels.forEach(channel -> Require.that(
                channel < all,
                "channels",
                "must be from 0 to " + (all - 1) + ", the channels of " + layer + ", but one is " + channel));
        return mask;
    }
}
