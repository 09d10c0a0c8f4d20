package lichen.synthesis.objective;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import lichen.core.feature.Border;
import lichen.core.feature.FeatureNetwork;
import lichen.core.feature.Layer;
import lichen.core.feature.MapShape;
import lichen.core.image.Size;

/**
 * An image that is too large to be seen at once, cut into bands of equally many rows. Each is seen with so many rows above and below that
 * its feature maps are those of the whole image.
 *
 * <p>Source: Galerne, Raad, Lezama and Morel, "Scaling Painting Style Transfer" (2024): statistics that are sums over pixels, and their
 * gradients, block by block.
 *
 * @param size of the image
 * @param rows of a band
 * @param margin rows above and below
 * @param circular whether there are rows above the first and below the last: those of the other end
 */
record Bands(Size size, int rows, int margin, boolean circular) {
    /** From so many pixels on an image is seen in bands: with fewer, memory is no reason to look twice. */
    static final int LARGE = 1 << 19;

    /** The most pixels of a band, without its margins. */
    private static final int MOST = 1 << 17;

    /** Layers in which a pixel depends on those of all the image. */
    private static final Set<Layer.Kind> GLOBAL = EnumSet.of(Layer.Kind.INSTANCE_NORMALIZATION, Layer.Kind.DENSE);

    /**
     * A band.
     *
     * @param top the first row that is seen; above 0 are those of the other end
     * @param height rows that are seen
     * @param inset how many of them lie above the band
     */
    record Band(int top, int height, int inset) {}

    /** The bands of an image; none where it is small, or does not fall into equal parts that a network sees as it sees the whole. */
    static Optional<Bands> of(FeatureNetwork network, Size size, Border border, List<String> layers) {
        if ((long) size.width() * size.height() < LARGE) {
            return Optional.empty();
        }
        List<Layer> seen = layers.stream().map(network.architecture()::layer).toList();
        if (network.architecture().layers().stream().anyMatch(layer -> GLOBAL.contains(layer.kind()))) {
            return Optional.empty();
        }
        int stride = seen.stream().mapToInt(Layer::stride).max().orElseThrow();
        int field = seen.stream().mapToInt(Layer::receptiveField).max().orElseThrow();
        int margin = (field / 2 + 2 * stride - 1) / stride * stride;
        for (int count = 2; count <= size.height() / stride; count++) {
            int rows = size.height() / count;
            boolean isEqual =
                    rows * count == size.height() && seen.stream().allMatch(layer -> rows % layer.stride() == 0);
            if (isEqual && (long) rows * size.width() <= MOST) {
                Bands bands = new Bands(size, rows, margin, border == Border.CIRCULAR);
                return rows >= margin && bands.isSeenWhole(network, border, seen)
                        ? Optional.of(bands)
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** As {@link #of}; a small image is a single band. */
    static Optional<Bands> orWhole(FeatureNetwork network, Size size, Border border, List<String> layers) {
        Bands whole = new Bands(size, size.height(), 0, false);
        List<Layer> seen = layers.stream().map(network.architecture()::layer).toList();
        return of(network, size, border, layers)
                .or(() -> whole.isSeenWhole(network, border, seen) ? Optional.of(whole) : Optional.empty());
    }

    /** How many there are. */
    int count() {
        return size.height() / rows;
    }

    /** All of them, from top to bottom. */
    List<Band> all() {
        List<Band> all = new ArrayList<>();
        for (int first = 0; first < size.height(); first += rows) {
            int top = circular ? first - margin : Math.max(0, first - margin);
            int bottom = circular ? first + rows + margin : Math.min(size.height(), first + rows + margin);
            all.add(new Band(top, bottom - top, first - top));
        }
        return all;
    }

    /** Whether each layer has a row for so many rows of the image as its stride says. */
    private boolean isSeenWhole(FeatureNetwork network, Border border, List<Layer> layers) {
        List<String> names = layers.stream().map(Layer::name).toList();
        for (Band band : all()) {
            Map<String, MapShape> shapes = network.shapes(new Size(size.width(), band.height()), border, names);
            for (Layer layer : layers) {
                MapShape shape = Objects.requireNonNull(shapes.get(layer.name()));
                if (shape.height() * layer.stride() != band.height()) {
                    return false;
                }
            }
        }
        return true;
    }
}
