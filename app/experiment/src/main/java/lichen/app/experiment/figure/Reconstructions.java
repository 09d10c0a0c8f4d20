package lichen.app.experiment.figure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Inspection;
import lichen.app.experiment.Output;
import lichen.app.experiment.Photograph;
import lichen.app.experiment.SynthesisExperiment;
import lichen.app.experiment.Task;
import lichen.app.experiment.Workbench;
import lichen.core.backend.BackendChoice;
import lichen.core.check.Require;
import lichen.core.feature.Border;
import lichen.core.feature.Layer;
import lichen.core.feature.NetworkOutline;
import lichen.core.feature.NetworkSpec;
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.core.image.Size;
import lichen.core.loop.StopRule;
import lichen.core.optimizer.Optimizer;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.synthesis.objective.Loss;
import lichen.synthesis.parameterization.Pixels;
import lichen.synthesis.start.StartImage;

/**
 * For each of several photographs side by side: the photograph, what an autoencoder makes of it, and the texture learned from
 * it. Source: the reference system's figure of results.
 *
 * @param seed the seed of all random numbers
 * @param backend what computes
 * @param targets the photographs
 * @param network the autoencoder, which also looks at images
 * @param layer where it gives its image
 * @param objective what is minimised
 * @param start the first image
 * @param optimizer how it is minimised
 * @param stop when it ends, for each texture
 * @param output what is written on the way
 */
@Summary("photograph, reconstruction and learned texture side by side")
public record Reconstructions(
        @Default("1") @Summary("seed of all random numbers") long seed,
        @Default("\"auto\"") @Summary("what computes") BackendChoice backend,
        @Summary("the photographs") List<Picture> targets,

        @Summary("the autoencoder, which also looks at images")
        NetworkSpec network,

        @Summary("where it gives its image; its last convolution where left out")
        Optional<String> layer,

        @Summary("what is minimised") Loss objective,

        @Default("{\"type\": \"mean-colour\"}") @Summary("the first image")
        StartImage start,

        @Default("{\"type\": \"lbfgs\"}") @Summary("how it is minimised")
        Optimizer optimizer,

        @Default("{}") @Summary("when it ends, for each texture")
        StopRule stop,

        @Default("{}") @Summary("what is written on the way")
        Output output)
        implements Experiment {
    /** Copies the list. */
    public Reconstructions {
        targets = List.copyOf(targets);
        Require.that(!targets.isEmpty(), "targets", "must be at least one");
    }

    @Override
    public boolean hasParts() {
        return true;
    }

    @Override
    public void inspect(Inspection inspection) {
        Workbench workbench = inspection.workbench();
        Optional<NetworkOutline> outline = inspection.network(network, "$.network");
        Optional<Layer> read =
                outline.flatMap(of -> inspection.look("$.layer", () -> Autoencoder.layer(of, layer, workbench)));
        for (int i = 0; i < targets.size(); i++) {
            String place = "$.targets[" + i + "]";
            Optional<Size> photograph = new Photograph(targets.get(i)).inspect(inspection, place);
            if (photograph.isPresent()) {
                read.ifPresent(of -> inspection.check(
                        place, () -> require(outline.orElseThrow(), of, photograph.orElseThrow(), workbench)));
                synthesis(i).inspect(inspection);
            }
        }
    }

    @Override
    public Task open(Workbench workbench) throws IOException {
        Autoencoder autoencoder = Autoencoder.open(network, layer, workbench);
        List<Image> photographs = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            String place = "$.targets[" + i + "]";
            Image photograph = new Photograph(targets.get(i)).open(workbench, place);
            require(autoencoder.network(), autoencoder.layer(), photograph.size(), workbench);
            synthesis(i).open(workbench).close();
            photographs.add(photograph);
        }
        return new ReconstructionsTask(this, photographs, autoencoder, workbench);
    }

    private static void require(NetworkOutline network, Layer layer, Size photograph, Workbench workbench)
            throws IOException {
        workbench.check("$", () -> Autoencoder.requireSize(network, layer, photograph));
    }

    /** The learning of one texture. */
    SynthesisExperiment synthesis(int target) {
        return new SynthesisExperiment(
                seed,
                backend,
                targets.get(target),
                network,
                objective,
                start,
                Optional.empty(),
                Border.NETWORK,
                new Pixels(),
                Optional.empty(),
                optimizer,
                stop,
                List.of(),
                List.of(),
                output);
    }
}
