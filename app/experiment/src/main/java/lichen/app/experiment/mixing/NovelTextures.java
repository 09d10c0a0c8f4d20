package lichen.app.experiment.mixing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Inspection;
import lichen.app.experiment.Photograph;
import lichen.app.experiment.Task;
import lichen.app.experiment.Workbench;
import lichen.core.backend.BackendChoice;
import lichen.core.check.Require;
import lichen.core.image.Picture;
import lichen.core.image.Size;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.random.RandomStreams;
import lichen.io.json.Config;
import lichen.synthesis.objective.Portion;

/**
 * Learns textures that there are no photographs of: each lies at a random point between several photographs; or about the mean of their
 * patches, along the directions in which these vary most.
 *
 * @param seed the seed of all random numbers, the weights among them
 * @param backend what computes
 * @param photographs what lies around; the first gives the extents
 * @param count how many textures
 * @param components the directions, for points about the mean; between the photographs where left out
 * @param method a synthesis; its target is replaced by what lies between the photographs
 */
@Summary("textures at random points between several photographs, or about the mean of their patches")
public record NovelTextures(
        @Default("1") @Summary("seed of all random numbers, the weights among them")
        long seed,

        @Default("\"auto\"") @Summary("what computes") BackendChoice backend,

        @Summary("what lies around, two or more; the first gives the extents")
        List<Picture> photographs,

        @Default("6") @Summary("textures to make") int count,

        @Summary(
                "for points about the mean of patches, the directions in which they vary; between the photographs where left out")
        Optional<Components> components,

        @Summary("a synthesis, whose target is replaced by what lies between the photographs")
        Experiment method)
        implements Experiment {
    private static final String METHOD = "$.method";

    /** Checks that there is something between. */
    public NovelTextures {
        photographs = List.copyOf(photographs);
        Require.that(photographs.size() >= 2, "photographs", "must be at least two, to have something between them");
        Require.atLeast(1, "count", count);
        Blending.require("method", "it", method);
    }

    @Override
    public boolean canChange() {
        return true;
    }

    @Override
    public boolean hasParts() {
        return true;
    }

    @Override
    public void inspect(Inspection inspection) {
        List<Portion> patches = new ArrayList<>();
        for (int i = 0; i < photographs.size(); i++) {
            String place = "$.photographs[" + i + "]";
            Picture photograph = photographs.get(i);
            if (new Photograph(photograph).inspect(inspection, place).isPresent() && components.isPresent()) {
                inspection
                        .look(
                                "$.components",
                                () -> components
                                        .get()
                                        .cut(
                                                photograph,
                                                inspection.workbench().images().size(photograph.image())))
                        .ifPresent(cells -> cells.forEach(cell -> patches.add(new Portion(cell, 1))));
            }
        }
        Places places = new Between(this);
        if (!patches.isEmpty()) {
            places = about(patches, PrincipalSpread.none(patches.size()));
            Picture first = patches.get(0).picture();
            components
                    .get()
                    .inspect(
                            inspection,
                            first.size().orElse(first.crop().orElseThrow().size()));
        }
        places.texture(0).inspect(inspection.part(workbench(inspection.workbench(), places)));
    }

    private Places about(List<Portion> patches, PrincipalSpread directions) {
        Components of = components.orElseThrow();
        return new Scattered(this, patches, of.leading(), of.spread(), directions);
    }

    /** Where the textures lie. */
    private Places places(Workbench workbench) throws IOException {
        if (components.isEmpty()) {
            return new Between(this);
        }
        List<Picture> patches = new ArrayList<>();
        for (Picture photograph : photographs) {
            Size whole = workbench.images().size(photograph.image());
            patches.addAll(workbench.open("$.components", () -> components.get().cut(photograph, whole)));
        }
        return about(
                patches.stream().map(patch -> new Portion(patch, 1)).toList(),
                components.get().spread(patches, workbench));
    }

    /** Opens the first once, so that what does not fit is told before it is made. */
    @Override
    public Task open(Workbench workbench) throws IOException {
        Places places = places(workbench);
        places.texture(0).open(workbench(workbench, places)).close();
        return new NovelTexturesTask(this, places, workbench);
    }

    private Workbench workbench(Workbench whole, Places places) {
        Config<Experiment> part = whole.config().part(METHOD, places.texture(0));
        return new Workbench(part, whole.images(), new RandomStreams(seed));
    }

    /** The places of the textures' experiments in the config. */
    static String place() {
        return METHOD;
    }
}
