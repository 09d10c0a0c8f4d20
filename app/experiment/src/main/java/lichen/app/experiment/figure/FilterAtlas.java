package lichen.app.experiment.figure;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Inspection;
import lichen.app.experiment.Task;
import lichen.app.experiment.Workbench;
import lichen.core.backend.BackendChoice;
import lichen.core.check.Require;
import lichen.core.feature.Border;
import lichen.core.feature.FeatureNetwork;
import lichen.core.feature.ImageTooSmallException;
import lichen.core.feature.Layer;
import lichen.core.feature.NetworkOutline;
import lichen.core.feature.NetworkSpec;
import lichen.core.image.Size;
import lichen.core.loop.StopRule;
import lichen.core.optimizer.Optimizer;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.io.json.ConfigException;
import lichen.synthesis.objective.Activation;
import lichen.synthesis.parameterization.Parameterization;
import lichen.synthesis.robustness.Robustness;
import lichen.synthesis.start.StartImage;

/**
 * What a layer of a network has learned to see: for each channel the image that excites it most, all in one picture.
 *
 * <p>Source: Erhan et al., "Visualizing Higher-Layer Features of a Deep Network" (2009); Olah et al., "Feature
 * Visualization" (2017).
 *
 * @param seed the seed of all random numbers
 * @param backend what computes
 * @param network the network to look into
 * @param layer its layer
 * @param channels the channels to draw, counted from 0; all where empty
 * @param tile the side of an image, in pixels
 * @param parameterization what is optimised
 * @param robustness how images are moved about before the network looks at them
 * @param start the first image
 * @param optimizer how it is changed
 * @param stop when an image is done
 * @param columns how many images stand side by side
 */
@Summary("draws what each channel of a layer responds to most")
public record FilterAtlas(
        @Default("1") @Summary("seed of all random numbers") long seed,
        @Default("\"auto\"") @Summary("what computes") BackendChoice backend,
        @Summary("the network to look into") NetworkSpec network,
        @Summary("its layer") String layer,

        @Default("[]") @Summary("the channels to draw, counted from 0; all where left out")
        List<Integer> channels,

        @Default("64") @Summary("side of an image, in pixels")
        int tile,

        @Default("{\"type\": \"fourier\"}") @Summary("what is optimised")
        Parameterization parameterization,

        @Default("{\"jitter\": 64, \"outside\": \"wrap\"}")
        @Summary("how images are moved about before the network looks")
        Robustness robustness,

        @Default("{\"type\": \"pink-noise\", \"deviation\": 0.3}") @Summary("the first image")
        StartImage start,

        @Default("{\"type\": \"adam\", \"learning-rate\": 0.03}") @Summary("how it is changed")
        Optimizer optimizer,

        @Default("{\"evaluations\": 96}") @Summary("when an image is done")
        StopRule stop,

        @Default("8") @Summary("how many images stand side by side")
        int columns)
        implements Experiment {
    /** Checks what can be checked without the network. */
    public FilterAtlas {
        channels = List.copyOf(channels);
        for (int i = 0; i < channels.size(); i++) {
            Require.atLeast(0, "channels[" + i + "]", channels.get(i));
        }
        Require.that(
                channels.stream().distinct().count() == channels.size(),
                "channels",
                "must name each channel once, but are " + channels);
        Require.atLeast(2, "tile", tile);
        Require.atLeast(1, "columns", columns);
    }

    @Override
    public void inspect(Inspection inspection) {
        inspection
                .network(network, "$.network")
                .ifPresent(outline -> inspection.check("$.tile", () -> {
                    require(outline, inspection.workbench());
                    outline.shapes(robustness.view(size()), Border.NETWORK, List.of(layer));
                }));
        inspection.parameterization(parameterization, size());
        inspection.start(start, Optional.of(size()));
    }

    @Override
    public Task open(Workbench workbench) throws IOException {
        FeatureNetwork opened = workbench.open("$.network", () -> network.open(workbench.random().stream("network")));
        List<Integer> drawn = require(opened, workbench);
        try {
            return new FilterAtlasTask(this, drawn, new Excitation(this, opened, workbench));
        } catch (ImageTooSmallException e) {
            throw new ConfigException(workbench.config().problemAt("$.tile", e.reason()));
        }
    }

    /** The channels to draw, if the network has them and the optimiser can look for what excites them. */
    private List<Integer> require(NetworkOutline outline, Workbench workbench) throws IOException {
        Layer read = workbench.open("$.layer", () -> outline.architecture().layer(layer));
        workbench.check(
                "$.optimizer",
                () -> optimizer.requireFit(Activation.insideChannel(layer, 0).canBeNegative()));
        return workbench.open("$", () -> drawn(read));
    }

    /** The extents of an image. */
    Size size() {
        return new Size(tile, tile);
    }

    private List<Integer> drawn(Layer read) {
        for (int i = 0; i < channels.size(); i++) {
            Require.that(
                    channels.get(i) < read.channels(),
                    "channels[" + i + "]",
                    "must be from 0 to " + (read.channels() - 1) + ", the channels of " + layer + ", but is "
                            + channels.get(i));
        }
        return channels.isEmpty() ? IntStream.range(0, read.channels()).boxed().toList() : channels;
    }
}
