package lichen.descriptor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import lichen.core.diff.Evaluation;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.MapShape;
import lichen.core.tensor.TensorScope;

/**
 * {@link Spectrum} with windows that fit into the maps of an image and of its target, so that both are cut alike.
 *
 * @param windows n by layer name
 */
record FittedSpectrum(Map<String, Integer> windows) implements Descriptor {
    /** Copies the map. */
    FittedSpectrum {
        windows = Map.copyOf(windows);
    }

    /** Windows of at most a side that fit into both. */
    static FittedSpectrum of(int most, Map<String, MapShape> target, Map<String, MapShape> image) {
        Map<String, Integer> windows = new LinkedHashMap<>();
        image.forEach((layer, shape) -> {
            long other = Objects.requireNonNull(target.get(layer)).shorter();
            windows.put(layer, Math.toIntExact(Math.min(most, Math.min(shape.shorter(), other))));
        });
        return new FittedSpectrum(windows);
    }

    @Override
    public Evaluation<FeatureMaps, Signature> at(FeatureMaps maps, TensorScope scope) {
        return LayerDescriptor.each(
                maps,
                (layer, map) -> Spectrum.of(map, Objects.requireNonNull(windows.get(layer)), maps.circular(), scope));
    }
}
