package lichen.app.quality;

import lichen.core.image.Image;

/** A measure that is ready to measure. Not for several threads at once. */
@FunctionalInterface
public interface Gauge extends AutoCloseable {
    /**
     * Measures an image. The same images give the same number; it is never not-a-number.
     *
     * @param image the image, each side at least {@link #leastSide}, values in [0,1]
     * @param photograph what it is to look like, of any such size; for diversity, the other image
     */
    double measure(Image image, Image photograph);

    /** The shortest side of images that it can measure, at most {@link Scorer#LEAST_SIDE} / 2 unless a network looks farther. */
    default int leastSide() {
        return Scorer.LEAST_SIDE / 2;
    }

    /** Gives memory back; nothing to do for most. */
    @Override
    default void close() {}
}
