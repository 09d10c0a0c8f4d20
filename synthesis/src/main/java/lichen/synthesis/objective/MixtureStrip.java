package lichen.synthesis.objective;

import java.util.LinkedHashMap;
import java.util.Map;
import lichen.core.check.Require;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.MapShape;
import lichen.core.tensor.TensorScope;
import lichen.core.tensor.Views;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A part of an image from top to bottom, as feature maps see it. Strips overlap by half.
 *
 * @param index from the left, from 0
 * @param count of all
 */
record MixtureStrip(int index, int count) {
    /** Its part of maps; all of them where it is the only one. */
    FeatureMaps cut(FeatureMaps maps, TensorScope scope) {
        if (count == 1) {
            return maps;
        }
        Map<String, INDArray> parts = new LinkedHashMap<>();
        maps.layers().forEach((layer, map) -> parts.put(layer, scope.copyOf(of(map))));
        return new FeatureMaps(parts);
    }

    /** Adds a gradient of its part to one of the whole; one that is the same at every pixel is so for each of the part. */
    void add(FeatureMaps ofPart, FeatureMaps whole) {
        ofPart.layers().forEach((layer, slopes) -> of(whole.layer(layer)).addi(slopes));
    }

    /** The shapes of its part of maps. */
    Map<String, MapShape> cut(Map<String, MapShape> shapes) {
        Map<String, MapShape> parts = new LinkedHashMap<>();
        shapes.forEach((layer, shape) -> {
            long width = end(shape.width()) - begin(shape.width());
            Require.that(
                    width > 0,
                    "layers",
                    "must have feature maps as wide as there are strips, " + count + ", but " + layer + " has "
                            + shape.extents());
            parts.put(layer, new MapShape(shape.height(), width, shape.channels()));
        });
        return parts;
    }

    private INDArray of(INDArray map) {
        return Views.columns(map, begin(map.size(2)), end(map.size(2)));
    }

    private long begin(long width) {
        return count == 1 ? 0 : index * width / (count + 1);
    }

    private long end(long width) {
        return count == 1 ? width : (index + 2) * width / (count + 1);
    }
}
