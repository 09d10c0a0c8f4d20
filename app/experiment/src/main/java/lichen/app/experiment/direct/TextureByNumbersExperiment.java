package lichen.app.experiment.direct;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Inspection;
import lichen.app.experiment.Photograph;
import lichen.app.experiment.Seen;
import lichen.app.experiment.Task;
import lichen.app.experiment.Workbench;
import lichen.core.backend.BackendChoice;
import lichen.core.check.Require;
import lichen.core.image.Image;
import lichen.core.image.MaskColour;
import lichen.core.image.Picture;
import lichen.core.image.Regions;
import lichen.core.image.Size;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.synthesis.diffusion.PatchDiffusion;

/**
 * Makes an image that has another texture in each region of a map.
 *
 * @param seed the seed of all random numbers
 * @param map the regions: one for each of its colours
 * @param textures a photograph for each colour
 * @param size the extents of the image to make; the map's where left out
 * @param patch side of a patch in pixels
 * @param steps steps at each scale
 * @param spacing pixels from a patch that is compared to the next
 * @param coarsest the shorter side of the smallest photograph at the coarsest scale, in patches
 * @param mirrored whether the photographs' mirror images lend patches too
 */
@Summary("texture by numbers: another texture in each region of a map, out of the photographs' patches")
public record TextureByNumbersExperiment(
        @Default("1") @Summary("seed of all random numbers") long seed,

        @Summary("the regions: one for each colour of this picture")
        Picture map,

        @Summary("a photograph for each colour, such as #ff8000")
        Map<String, Picture> textures,

        @Summary("extents of the image to make; the map's where left out")
        Optional<Size> size,

        @Default("9") @Summary("side of a patch in pixels") int patch,
        @Default("6") @Summary("steps at each scale") int steps,

        @Default("2") @Summary("pixels from a patch that is compared to the next")
        int spacing,

        @Default("2") @Summary("shorter side of the smallest photograph at the coarsest scale, in patches")
        double coarsest,

        @Default("false") @Summary("whether the photographs' mirror images lend patches too")
        boolean mirrored)
        implements Experiment {
    private static final String MAP = "map";

    /** Checks the ranges, and that the names are colours. */
    public TextureByNumbersExperiment {
        textures = Collections.unmodifiableMap(new LinkedHashMap<>(textures));
        textures.keySet().forEach(MaskColour::of);
        new PatchDiffusion(patch, steps, spacing, coarsest, mirrored);
    }

    /** Nothing is computed on a device. */
    @Override
    public BackendChoice backend() {
        return BackendChoice.AUTO;
    }

    @Override
    public void inspect(Inspection inspection) {
        Workbench workbench = inspection.workbench();
        List<Optional<Size>> photographs = new ArrayList<>();
        textures.forEach((colour, picture) ->
                photographs.add(new Photograph(picture).inspect(inspection, place(workbench, colour, picture))));
        if (new Photograph(map).inspect(inspection, "$.map").isPresent()) {
            inspection.check("$", () -> regions(workbench));
        }
        for (Optional<Size> photograph : photographs) {
            photograph.ifPresent(extents -> inspection.check("$", () -> method().requireSizes(extents)));
        }
    }

    @Override
    public Task open(Workbench workbench) throws IOException {
        Map<String, Image> pictures = new LinkedHashMap<>();
        pictures.put(MAP, workbench.picture(map, "$.map"));
        List<Image> photographs = new ArrayList<>();
        for (Map.Entry<MaskColour, Picture> texture : byColour().entrySet()) {
            Image photograph = new Photograph(texture.getValue()).open(workbench, "$.textures");
            photographs.add(photograph);
            pictures.put("texture-" + photographs.size(), photograph);
        }
        return workbench.open("$", () -> {
            Regions regions = regions(workbench);
            return new DirectTask(
                    new Given(pictures, Seen.of(regions.size(), Optional.empty(), Optional.empty())),
                    method().begin(photographs, regions, workbench.random().stream("diffusion")),
                    Appraisal.none(),
                    new DirectTask.Kind("steps", false));
        });
    }

    private static String place(Workbench workbench, String colour, Picture picture) {
        return workbench.place(picture, "$.textures." + colour);
    }

    /** In the order of the map's regions. */
    private Map<MaskColour, Picture> byColour() {
        Map<MaskColour, Picture> all = new TreeMap<>();
        textures.forEach((colour, picture) -> all.put(MaskColour.of(colour), picture));
        return all;
    }

    /** The map at the size of the image. */
    private Regions regions(Workbench workbench) throws IOException {
        Regions drawn = Regions.of(workbench.picture(map, "$.map"), MAP);
        for (MaskColour colour : drawn.colours()) {
            Require.that(
                    byColour().containsKey(colour),
                    "textures",
                    "must name a photograph for each colour of the map, " + drawn.colours() + ", but names none for "
                            + colour);
        }
        for (MaskColour colour : byColour().keySet()) {
            Require.that(
                    drawn.colours().contains(colour),
                    "textures",
                    "must name colours of the map, " + drawn.colours() + ", but names " + colour);
        }
        Regions regions = drawn.fit(size.orElse(drawn.size()));
        for (MaskColour colour : regions.colours()) {
            long pixels = regions.pixels(colour);
            Require.that(
                    pixels >= (long) patch * patch,
                    MAP,
                    "must give each colour at least " + patch * patch + " pixels, as a patch has, but gives " + colour
                            + " " + pixels);
        }
        return regions;
    }

    private PatchDiffusion method() {
        return new PatchDiffusion(patch, steps, spacing, coarsest, mirrored);
    }
}
