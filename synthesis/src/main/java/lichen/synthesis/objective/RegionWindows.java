package lichen.synthesis.objective;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.feature.FeatureMaps;
import lichen.core.image.MaskColour;
import lichen.core.image.Regions;
import lichen.core.image.Size;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The squares of feature maps that lie in a region, as pixels of maps of their own: {@code [1,H,W,C] -> [1,1,N,k k C]}. At a layer's
 * extents a pixel belongs to the region that most of its area belongs to.
 */
final class RegionWindows {
    /** Fewer are no statistic. */
    static final int LEAST = 8;

    private final Windows windows;
    private final Optional<Area> area;
    private final Map<String, int[]> known = new HashMap<>();

    /** A region, and whether it is to be covered: else squares that reach beyond it do not count. */
    private record Area(Regions regions, MaskColour colour, boolean covered) {
        int[] of(PatchGrid grid) {
            Regions fitted = regions.fit(new Size(grid.width(), grid.height()));
            int label = regions.colours().indexOf(colour);
            boolean[] own = new boolean[grid.width() * grid.height()];
            for (int pixel = 0; pixel < own.length; pixel++) {
                own[pixel] = fitted.at(pixel % grid.width(), pixel / grid.width()) == label;
            }
            int[] inside = IntStream.range(0, grid.count())
                    .filter(patch -> pixels(grid, patch).allMatch(pixel -> own[pixel]))
                    .toArray();
            return covered ? withThoseOfTheRest(grid, own, inside) : inside;
        }

        /** Adds the squares whose middle lies in the region, but in none of the squares inside, or in any where these are too few. */
        private static int[] withThoseOfTheRest(PatchGrid grid, boolean[] own, int[] inside) {
            boolean[] rest = own.clone();
            if (inside.length >= LEAST) {
                IntStream.of(inside).flatMap(patch -> pixels(grid, patch)).forEach(pixel -> rest[pixel] = false);
            }
            int middle = grid.side() / 2;
            IntStream further =
                    IntStream.range(0, grid.count()).filter(patch -> rest[grid.pixel(patch, middle, middle)]);
            return IntStream.concat(IntStream.of(inside), further)
                    .distinct()
                    .sorted()
                    .toArray();
        }

        private static IntStream pixels(PatchGrid grid, int patch) {
            int side = grid.side();
            return IntStream.range(0, side * side).map(i -> grid.pixel(patch, i / side, i % side));
        }
    }

    private RegionWindows(Windows windows, Optional<Area> area) {
        this.windows = windows;
        this.area = area;
    }

    /** The image's: those that lie in the region; where it is too narrow for them, those whose middle does. */
    static RegionWindows ofImage(Windows windows, Regions regions, MaskColour colour) {
        return new RegionWindows(windows, Optional.of(new Area(regions, colour, true)));
    }

    /** A photograph's: those that lie in a region of its own wholly. */
    static RegionWindows within(Windows windows, Regions regions, MaskColour colour) {
        return new RegionWindows(new Windows(windows.side(), 1), Optional.of(new Area(regions, colour, false)));
    }

    /** All of a photograph. */
    static RegionWindows all(Windows windows) {
        return new RegionWindows(new Windows(windows.side(), 1), Optional.empty());
    }

    /** How many there are in maps of such extents. */
    int count(int height, int width, boolean circular) {
        return chosen(new PatchGrid(height, width, 1, windows.side(), windows.stride(), circular)).length;
    }

    /** The map from feature maps to them, and back; arrays are the scope's. */
    Differentiable<FeatureMaps, FeatureMaps> in(TensorScope scope) {
        return maps -> {
            Map<String, INDArray> gathered = new LinkedHashMap<>();
            maps.layers().forEach((layer, map) -> gathered.put(layer, gathered(layer, map, maps.circular(), scope)));
            return new Evaluation<>(new FeatureMaps(gathered), cotangent -> {
                Map<String, INDArray> gradients = new LinkedHashMap<>();
                cotangent.layers().forEach((layer, slopes) -> {
                    INDArray map = maps.layer(layer);
                    gradients.put(layer, scattered(layer, slopes, map, maps.circular(), scope));
                });
                return new FeatureMaps(gradients);
            });
        };
    }

    private INDArray gathered(String layer, INDArray map, boolean circular, TensorScope scope) {
        PatchGrid grid = grid(map, circular);
        int[] chosen = known.computeIfAbsent(layer, first -> chosen(grid));
        float[] patches = scope.floats(chosen.length * grid.length());
        grid.gather(scope.floatsOf(map), chosen, patches);
        return scope.of(patches, 1, 1, chosen.length, grid.length());
    }

    private INDArray scattered(String layer, INDArray slopes, INDArray map, boolean circular, TensorScope scope) {
        PatchGrid grid = grid(map, circular);
        int[] chosen = known.getOrDefault(layer, new int[0]);
        float[] patches = scope.floats(chosen.length * grid.length());
        float[] given = scope.floatsOf(slopes); // one row stands for all
        for (int i = 0; i < patches.length; i++) {
            patches[i] = given[i % given.length];
        }
        float[] gradient = scope.floats(Math.toIntExact(map.length()));
        Arrays.fill(gradient, 0);
        grid.scatter(patches, chosen, gradient);
        INDArray result = scope.array(map.shape());
        HostMemory.write(gradient, result);
        return result;
    }

    private PatchGrid grid(INDArray map, boolean circular) {
        return PatchGrid.of(map, windows.side(), windows.stride(), circular);
    }

    private int[] chosen(PatchGrid grid) {
        return area.map(of -> of.of(grid))
                .orElseGet(() -> IntStream.range(0, grid.count()).toArray());
    }
}
