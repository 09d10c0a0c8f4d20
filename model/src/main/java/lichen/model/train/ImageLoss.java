package lichen.model.train;

/** How unlike an image is to the one that it should be, over pixels {@code [H][W][3]} flattened. */
@FunctionalInterface
public interface ImageLoss {
    /**
     * Compares two images.
     *
     * @param made the image; only read
     * @param wanted what it should be; only read
     * @param gradient receives d value / d made
     */
    double at(double[] made, double[] wanted, double[] gradient);
}
