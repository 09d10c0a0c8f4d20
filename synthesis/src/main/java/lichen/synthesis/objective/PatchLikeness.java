package lichen.synthesis.objective;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lichen.core.check.Require;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.feature.Architecture;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.MapShape;
import lichen.core.feature.Statistic;
import lichen.core.feature.Tap;
import lichen.core.image.Picture;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Every patch of the image should be one of the photograph's: the one that it is nearest to.
 *
 * <p>L = sum over layers of mean over patches q of min over patches y of |q - y|² / D, for patches of the image every {@code stride}
 * pixels, all patches of the photograph, and D numbers in each. It says nothing of how often a patch is taken: so it goes where the start
 * image leads, and an image that begins as a content keeps its layout.
 *
 * <p>Cost: a product of matrices of M x 33 and 33 x N for M and N patches, at each evaluation. What is nearest is looked for in the 32
 * directions of most energy. Source: Kwatra et al., "Texture Optimization for Example-based Synthesis" (2005); as style transfer, Elad and
 * Milanfar, "Style Transfer Via Texture Synthesis" (2017); on feature maps, Kolkin et al., "Neural Neighbor Style Transfer" (2022).
 *
 * @param layers the layers whose patches are compared
 * @param patch the side of a patch
 * @param stride from one patch of the image to the next
 * @param picture the photograph that is the target; the experiment's own where empty
 */
@Summary("every patch of the image should be like the nearest one of the photograph")
public record PatchLikeness(
        @Default("[\"image\"]") @Summary("layer names, or all-convolutions")
        List<String> layers,

        @Default("7") @Summary("side of a patch") int patch,

        @Default("2") @Summary("pixels from one patch of the image to the next, up to the side of one")
        int stride,

        @Summary("the photograph whose patches are meant; the experiment's target where left out")
        Optional<Picture> picture)
        implements PhotographTerm, WindowTerm {
    /** Checks the ranges. */
    public PatchLikeness {
        layers = List.copyOf(layers);
        Require.that(!layers.isEmpty(), "layers", "must name at least one layer, such as image");
        Require.that(patch >= 1 && patch <= 31, "patch", "must be from 1 to 31, but is " + patch);
        Require.that(
                stride >= 1 && stride <= patch, "stride", "must be from 1 to the side of a patch, but is " + stride);
    }

    @Override
    public PatchLikeness of(Picture photograph) {
        return new PatchLikeness(layers, patch, stride, Optional.of(photograph));
    }

    /** Patches where the image is a layer, and what the network's other layers read. */
    @Override
    public Set<Statistic> statistics(Set<Statistic> features) {
        Set<Statistic> statistics = EnumSet.noneOf(Statistic.class);
        for (String layer : layers) {
            boolean isImage = Tap.of(layer).layer().equals(Architecture.IMAGE);
            statistics.addAll(isImage ? Set.of(Statistic.PATCHES, Statistic.COLOURS) : features);
        }
        return statistics;
    }

    @Override
    public Windows windows() {
        return new Windows(patch, stride);
    }

    @Override
    public PatchLikeness ofWindows() {
        return new PatchLikeness(layers, 1, 1, picture);
    }

    @Override
    public List<String> layers(Architecture architecture) {
        return architecture.select(layers);
    }

    @Override
    public LossTerm fitted(TargetShapes shapes) throws IOException {
        Require.that(
                picture.isPresent() || shapes.mixture().isEmpty(),
                "picture",
                "must be named where the experiment mixes photographs: there is no mean of patches");
        List<String> selected = layers(shapes.architecture());
        requireRoom(shapes.image(selected));
        requireRoom(picture.isPresent() ? shapes.photograph(picture.get(), selected) : shapes.photograph(selected));
        return this;
    }

    private void requireRoom(Map<String, MapShape> shapes) {
        shapes.forEach((layer, shape) -> Require.that(
                Math.min(shape.height(), shape.width()) >= patch,
                "patch",
                "must fit into the layer " + layer + ", " + shape.width() + " x " + shape.height() + ", but is "
                        + patch));
    }

    @Override
    public Differentiable<FeatureMaps, Double> bind(Targets targets, TensorScope scope) throws IOException {
        List<String> selected = layers(targets.architecture());
        FeatureMaps photograph =
                picture.isPresent() ? targets.photograph(picture.get(), selected) : targets.photograph(selected);
        Map<String, Known> known = new LinkedHashMap<>();
        selected.forEach(layer -> known.put(layer, known(photograph.layer(layer), scope)));
        TensorScope round = scope.child();
        return maps -> {
            round.rewind();
            Map<String, INDArray> gradients = new LinkedHashMap<>();
            double loss = 0;
            for (Map.Entry<String, Known> entry : known.entrySet()) {
                INDArray map = maps.layer(entry.getKey());
                INDArray gradient = round.array(map.shape());
                PatchGrid grid = PatchGrid.of(map, patch, stride, maps.circular());
                loss += evaluate(map, grid, entry.getValue(), gradient, round);
                gradients.put(entry.getKey(), gradient);
            }
            FeatureMaps gradient = new FeatureMaps(gradients);
            return new Evaluation<>(loss, cotangent -> times(gradient, cotangent, round));
        };
    }

    private Known known(INDArray map, TensorScope scope) {
        PatchGrid grid = PatchGrid.of(map, patch, 1, false);
        float[] patches = new float[grid.count() * grid.length()];
        grid.gather(HostMemory.toFloats(map), patches);
        return new Known(patches, new PatchSearch(patches, grid.length(), scope));
    }

    /** The loss of a layer; its gradient is written. */
    private static double evaluate(INDArray map, PatchGrid grid, Known known, INDArray gradient, TensorScope round) {
        int length = grid.length();
        float[] patches = round.floats(grid.count() * length);
        float[] slopes = round.floatsOf(map);
        grid.gather(slopes, patches);
        int[] nearest = known.search.nearest(patches);
        double sum = 0;
        for (int i = 0; i < patches.length; i++) {
            float difference = patches[i] - known.patches[nearest[i / length] * length + i % length];
            sum += (double) difference * difference;
            patches[i] = 2 * difference / ((float) grid.count() * length);
        }
        Arrays.fill(slopes, 0);
        grid.scatter(patches, slopes);
        HostMemory.write(slopes, gradient);
        return sum / patches.length;
    }

    private static FeatureMaps times(FeatureMaps gradient, double factor, TensorScope scope) {
        Map<String, INDArray> scaled = new LinkedHashMap<>();
        gradient.layers()
                .forEach((layer, slopes) ->
                        scaled.put(layer, scope.copyOf(slopes).muli(factor)));
        return new FeatureMaps(scaled);
    }

    /** The photograph's patches of a layer, {@code [N][D]}. */
    private record Known(float[] patches, PatchSearch search) {}
}
