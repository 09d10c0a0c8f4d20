package lichen.core.feature;

import lichen.core.image.Size;

/** An image that a network cannot look at, because a layer sees more at once than there is. */
public final class ImageTooSmallException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient Size size;
    private final transient Layer layer;
    private final String reason;

    /**
     * Names what is needed, and the way out.
     *
     * @param size the extents of the image
     * @param layer the layer that was asked for
     */
    public ImageTooSmallException(Size size, Layer layer) {
        this(
                size,
                layer,
                "the image must be at least " + layer.receptiveField() + " x " + layer.receptiveField()
                        + " pixels, what the layer " + layer.name() + " sees at once, but is " + size
                        + ": use a larger image, or only layers before it");
    }

    private ImageTooSmallException(Size size, Layer layer, String reason) {
        super(reason);
        this.size = size;
        this.layer = layer;
        this.reason = reason;
    }

    /** The same of the image that was halved so often before the network looked at it. */
    ImageTooSmallException before(Size whole, int octave) {
        return new ImageTooSmallException(whole, layer.at(octave));
    }

    /** The extents of the image. */
    public Size size() {
        return size;
    }

    /** What is needed, what was found, and the way out. */
    public String reason() {
        return reason;
    }
}
