package lichen.app.experiment.mixing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lichen.app.experiment.Inspection;
import lichen.app.experiment.Workbench;
import lichen.app.experiment.embedding.Points;
import lichen.app.experiment.map.PatchDescriber;
import lichen.core.check.Require;
import lichen.core.feature.Border;
import lichen.core.feature.FeatureNetwork;
import lichen.core.feature.NetworkOutline;
import lichen.core.feature.NetworkSpec;
import lichen.core.image.Crop;
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.core.image.Resize;
import lichen.core.image.Size;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.descriptor.Descriptor;

/**
 * The directions in which the patches of photographs vary most, by what a descriptor says of them.
 *
 * @param leading how many directions
 * @param spread how far to go along each: the deviation, in deviations of the patches
 * @param patches along each side of a photograph
 * @param network what looks at patches
 * @param layers the layers that are described
 * @param descriptor the statistic; all its numbers make the vector of a patch
 */
@Summary("the directions in which patches of photographs vary most")
public record Components(
        @Default("3") @Summary("how many directions") int leading,

        @Default("1") @Summary("how far to go along each, in deviations of the patches")
        double spread,

        @Default("2") @Summary("patches along each side of a photograph")
        int patches,

        @Default("{\"type\": \"wavelets\", \"scales\": 2}") @Summary("what looks at patches")
        NetworkSpec network,

        @Default("\"all-convolutions\"") @Summary("layer names, or all-convolutions")
        List<String> layers,

        @Default("{\"type\": \"gap\"}") @Summary("the statistic; all its numbers make the vector of a patch")
        Descriptor descriptor) {
    private static final int MOST = 16;
    private static final String PLACE = "$.components";

    /** Checks the ranges. */
    public Components {
        Require.atLeast(1, "leading", leading);
        Require.notNegative("spread", spread);
        Require.that(patches >= 1 && patches <= MOST, "patches", "must be from 1 to " + MOST + ", but is " + patches);
        layers = List.copyOf(layers);
    }

    /**
     * The patches of a picture, row by row.
     *
     * @param whole the extents of its file
     * @throws lichen.core.check.InvalidValueException if it is smaller than a pixel for each
     */
    List<Picture> cut(Picture picture, Size whole) {
        Crop all = picture.crop().orElse(new Crop(0, 0, whole.width(), whole.height()));
        Optional<Size> size = picture.size().map(of -> new Size(side(of.width()), side(of.height())));
        int width = side(all.width());
        int height = side(all.height());
        List<Picture> cells = new ArrayList<>();
        for (int i = 0; i < patches * patches; i++) {
            Crop cell = new Crop(all.x() + i % patches * width, all.y() + i / patches * height, width, height);
            cells.add(new Picture(picture.image(), Optional.of(cell), size, picture.colours(), picture.transparent()));
        }
        return cells;
    }

    private int side(int whole) {
        Require.that(whole >= patches, "patches", "must be no more than a photograph has pixels, but is " + patches);
        return whole / patches;
    }

    /** Looks whether patches of a size can be described. */
    void inspect(Inspection inspection, Size patch) {
        Optional<NetworkOutline> outline = inspection.network(network, PLACE + ".network");
        outline.flatMap(of -> inspection.look(
                        PLACE,
                        () -> of.shapes(patch, Border.NETWORK, of.architecture().select(layers))))
                .ifPresent(shapes -> inspection.check(PLACE + ".descriptor", () -> descriptor.fitted(shapes, shapes)));
    }

    /**
     * How patches vary.
     *
     * @throws lichen.io.json.ConfigException if they cannot be described
     */
    PrincipalSpread spread(List<Picture> cells, Workbench workbench) throws IOException {
        FeatureNetwork opened =
                workbench.open(PLACE + ".network", () -> network.open(workbench.random().stream("network")));
        Size size = workbench.picture(cells.get(0), PLACE).size();
        try (PatchDescriber describer = workbench.open(
                PLACE, () -> new PatchDescriber(opened, opened.architecture().select(layers), descriptor, size))) {
            List<float[]> vectors = new ArrayList<>();
            for (Picture cell : cells) {
                Image patch = Resize.fit(workbench.picture(cell, PLACE), size);
                vectors.add(workbench.open(PLACE, () -> describer.vector(patch)));
            }
            int dimension = vectors.get(0).length;
            double[] values = new double[vectors.size() * dimension];
            for (int i = 0; i < values.length; i++) {
                values[i] = vectors.get(i / dimension)[i % dimension];
            }
            return PrincipalSpread.of(Points.of(vectors.size(), dimension, values), leading);
        }
    }
}
