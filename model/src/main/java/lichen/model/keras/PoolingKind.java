package lichen.model.keras;

import java.util.Optional;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.Pooling;
import lichen.model.foreign.UnreadableException;
import lichen.model.operation.Pool;

/**
 * MaxPooling2D and AveragePooling2D.
 *
 * @param kind which value stands for a window
 */
record PoolingKind(Pooling.Kind kind) implements LayerKind {
    @Override
    public Optional<Source> read(KerasLayer layer) throws UnreadableException {
        Convolution geometry = Geometry.of(layer, "pool_size", Optional.empty());
        return Source.of((channels, weights) -> new Pool(kind, geometry));
    }
}
