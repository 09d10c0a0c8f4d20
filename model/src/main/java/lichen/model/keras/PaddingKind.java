package lichen.model.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import lichen.core.tensor.Extension;
import lichen.core.tensor.Margins;
import lichen.model.foreign.UnreadableException;
import lichen.model.operation.Extend;

/** ZeroPadding2D: a number, one for rows and one for columns, or {@code [[top, bottom], [left, right]]}. */
final class PaddingKind implements LayerKind {
    private static final String PADDING = "padding";
    private static final int LARGEST = 1024;

    @Override
    public Optional<Source> read(KerasLayer layer) throws UnreadableException {
        layer.require("data_format", "channels_last", "channels_last");
        JsonNode padding = layer.config().path(PADDING);
        JsonNode rows = padding.isArray() ? padding.path(0) : padding;
        JsonNode columns = padding.isArray() ? padding.path(1) : padding;
        Margins margins = new Margins(
                side(layer, rows, 0), side(layer, rows, 1), side(layer, columns, 0), side(layer, columns, 1));
        return Source.of((channels, weights) -> new Extend(Extension.Kind.ZERO, margins));
    }

    private static int side(KerasLayer layer, JsonNode sides, int index) throws UnreadableException {
        JsonNode side = sides.isArray() ? sides.path(index) : sides;
        if (!side.isInt() || side.intValue() < 0 || side.intValue() > LARGEST) {
            throw new UnreadableException(
                    "ZeroPadding2D with padding " + layer.config().path(PADDING));
        }
        return side.intValue();
    }
}
