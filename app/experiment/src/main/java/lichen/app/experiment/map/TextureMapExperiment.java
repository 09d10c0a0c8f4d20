package lichen.app.experiment.map;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Inspection;
import lichen.app.experiment.Task;
import lichen.app.experiment.Workbench;
import lichen.app.experiment.embedding.Embedding;
import lichen.core.backend.BackendChoice;
import lichen.core.check.Require;
import lichen.core.feature.Border;
import lichen.core.feature.FeatureNetwork;
import lichen.core.feature.ImageTooSmallException;
import lichen.core.feature.NetworkOutline;
import lichen.core.feature.NetworkSpec;
import lichen.core.image.Size;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.descriptor.Descriptor;
import lichen.io.data.DataSource;
import lichen.io.data.PatchPlan;
import lichen.io.json.ConfigException;

/**
 * Lays patches of photographs out in the plane by their descriptor vectors, and measures how far descriptor and layout keep
 * the photographs apart. Source: the reference system's map of its patches.
 *
 * @param seed the seed of all random numbers
 * @param backend what computes
 * @param data where the patches come from
 * @param network what looks at patches
 * @param layers the layers that are described
 * @param descriptor the statistic; all its numbers make the vector of a patch
 * @param embedding how vectors are laid out
 * @param thumbnail the side of a patch in a drawing 1600 pixels wide; by the number of patches where left out
 * @param most the most patches; of more, as many are chosen evenly
 */
@Summary("lays patches out in the plane by their descriptor vectors")
public record TextureMapExperiment(
        @Default("1") @Summary("seed of all random numbers") long seed,
        @Default("\"auto\"") @Summary("what computes") BackendChoice backend,
        @Summary("where the patches come from") DataSource data,
        @Summary("what looks at patches") NetworkSpec network,

        @Default("\"all-convolutions\"") @Summary("layer names, or all-convolutions")
        List<String> layers,

        @Default("{\"type\": \"gap\"}") @Summary("the statistic; all its numbers make the vector of a patch")
        Descriptor descriptor,

        @Default("{\"type\": \"t-sne\"}") @Summary("how vectors are laid out in the plane")
        Embedding embedding,

        @Summary("side of a patch in a drawing 1600 pixels wide; by the number of patches where left out")
        Optional<Integer> thumbnail,

        @Default("1000") @Summary("most patches; of more, as many are chosen evenly")
        int most)
        implements Experiment {
    private static final int SMALLEST_THUMBNAIL = 8;
    private static final int LARGEST_THUMBNAIL = 400;
    private static final String DATA = "$.data";

    /** Checks the ranges. */
    public TextureMapExperiment {
        layers = List.copyOf(layers);
        thumbnail.ifPresent(side -> Require.within(SMALLEST_THUMBNAIL, LARGEST_THUMBNAIL, "thumbnail", side));
        Require.atLeast(Embedding.FEWEST, "most", most);
    }

    @Override
    public void inspect(Inspection inspection) {
        Workbench workbench = inspection.workbench();
        Optional<PatchPlan> plan = inspection.look(DATA, () -> data.plan(workbench.images(), workbench.random()));
        plan.ifPresent(found -> inspection.check(DATA, () -> requireCount(workbench, found.squares())));
        Optional<NetworkOutline> outline = inspection.network(network, "$.network");
        Optional<List<String>> read = outline.flatMap(
                of -> inspection.look("$", () -> of.architecture().select(layers)));
        if (plan.isPresent() && read.isPresent()) {
            Size size = new Size(plan.orElseThrow().size(), plan.orElseThrow().size());
            inspection
                    .look(DATA, () -> outline.orElseThrow().shapes(size, Border.NETWORK, read.orElseThrow()))
                    .ifPresent(shapes -> inspection.check("$.descriptor", () -> descriptor.fitted(shapes, shapes)));
        }
    }

    @Override
    public Task open(Workbench workbench) throws IOException {
        PatchPlan plan = workbench.open(DATA, () -> data.plan(workbench.images(), workbench.random()));
        requireCount(workbench, plan.squares());
        FeatureNetwork opened = workbench.open("$.network", () -> network.open(workbench.random().stream("network")));
        Size size = new Size(plan.size(), plan.size());
        try {
            PatchDescriber describer = workbench.open(
                    "$", () -> new PatchDescriber(opened, opened.architecture().select(layers), descriptor, size));
            return new TextureMapTask(this, plan, describer, workbench);
        } catch (ImageTooSmallException e) {
            throw new ConfigException(workbench.config().problemAt(DATA, e.reason()));
        }
    }

    /**
     * Checks that so many patches can be laid out, those that are too many for {@link #most} left aside.
     *
     * @throws ConfigException if they cannot
     */
    void requireCount(Workbench workbench, int count) throws IOException {
        if (count < Embedding.FEWEST) {
            throw new ConfigException(workbench
                    .config()
                    .problemAt(
                            DATA,
                            "gives " + count + " patches, too few for a map: name more photographs, or cut smaller"
                                    + " patches"));
        }
        workbench.check("$.embedding", () -> embedding.requireCount(Math.min(count, most)));
    }
}
