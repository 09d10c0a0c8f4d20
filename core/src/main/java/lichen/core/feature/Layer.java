package lichen.core.feature;

/**
 * A layer, as far as its user needs to know it.
 *
 * @param name its unique name
 * @param kind what it computes
 * @param channels C
 * @param stride how many image pixels lie between neighbouring values
 * @param receptiveField the side, in image pixels, of the square that one value depends on
 * @param multiplyAdds the cost of this layer, in multiply-adds per image pixel
 */
public record Layer(String name, Kind kind, int channels, int stride, int receptiveField, double multiplyAdds) {
    /** What a layer computes. */
    public enum Kind {
        IMAGE,
        CONVOLUTION,
        NORMALIZATION,
        /** By the statistics of all pixels, whatever the receptive field. */
        INSTANCE_NORMALIZATION,
        ACTIVATION,
        POOLING,
        RESAMPLING,
        REARRANGEMENT,
        DENSE,
        MERGE
    }

    /**
     * This layer of an image that was halved so often, in terms of the image before: r pixels of the half, with 2 more on
     * either side of each, are 2 r + 3 of the whole.
     */
    Layer at(int octave) {
        int factor = 1 << octave;
        return new Layer(
                new Tap(name, octave).name(),
                kind,
                channels,
                stride * factor,
                receptiveField * factor + 3 * (factor - 1),
                multiplyAdds / ((double) factor * factor));
    }
}
