package lichen.core.feature;

import lichen.core.tensor.Nhwc;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The shape of one layer's feature maps, {@code [1,H,W,C]}.
 *
 * @param height H
 * @param width W
 * @param channels C
 */
public record MapShape(long height, long width, long channels) {
    /** The shape of maps that there are. */
    public static MapShape of(INDArray map) {
        return new MapShape(map.size(1), map.size(2), Nhwc.channels(map));
    }

    /** The extents that fit into both of two shapes of as many channels. */
    public static MapShape common(MapShape one, MapShape other) {
        return new MapShape(Math.min(one.height, other.height), Math.min(one.width, other.width), one.channels);
    }

    /** The shorter side. */
    public long shorter() {
        return Math.min(height, width);
    }

    /** The extents, as messages show them: {@code width x height}. */
    public String extents() {
        return width + " x " + height;
    }
}
