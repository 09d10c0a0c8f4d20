package lichen.core.wave;

import lichen.core.check.Require;
import lichen.core.image.Size;
import org.jtransforms.dht.DoubleDHT_2D;

/**
 * The orthonormal Hartley transform: as Fourier's, but from real numbers to as many real numbers.
 *
 * <p>h[k,l] = (1 / sqrt(W H)) sum over y, x of g[y,x] cas(2 pi (k y / H + l x / W)), cas = cos + sin. Its own inverse, and
 * its own transpose. Cost: that of a fast Fourier transform.
 *
 * <p>Source: Bracewell, "Discrete Hartley transform" (1983).
 */
public final class Hartley {
    private final DoubleDHT_2D transform;
    private final double scale;

    /** Prepares transforms of planes of this size, at least 2 x 2. */
    public Hartley(Size size) {
        Require.that(size.width() > 1 && size.height() > 1, "size", "must be at least 2 x 2 for waves, but is " + size);
        transform = new DoubleDHT_2D(size.height(), size.width());
        scale = 1 / Math.sqrt((double) size.width() * size.height());
    }

    /** Transforms {@code [H][W]} flattened, in place. */
    public void transform(double[] plane) {
        transform.forward(plane);
        for (int i = 0; i < plane.length; i++) {
            plane[i] *= scale;
        }
    }
}
