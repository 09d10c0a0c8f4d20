package lichen.io.image;

import java.awt.Rectangle;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.util.Vector;
import org.jspecify.annotations.Nullable;

/** A {@link Striped} image for an encoder that reads row after row, each once. */
final class StripedPicture implements RenderedImage {
    private final Striped striped;
    private final Depth depth;
    private int index = 0;
    private Raster strip;

    StripedPicture(Striped striped, Depth depth) {
        this.striped = striped;
        this.depth = depth;
        this.strip = made(0);
    }

    private Raster made(int number) {
        return PngEncoder.picture(striped.strip().apply(number), depth)
                .getRaster()
                .createTranslatedChild(0, number * striped.rows());
    }

    @Override
    public Raster getData(Rectangle part) {
        int wanted = part.y / striped.rows();
        if (wanted != index) {
            strip = made(wanted);
            index = wanted;
        }
        return strip.createChild(part.x, part.y, part.width, part.height, part.x, part.y, null);
    }

    @Override
    public int getWidth() {
        return striped.size().width();
    }

    @Override
    public int getHeight() {
        return striped.size().height();
    }

    @Override
    public ColorModel getColorModel() {
        return PngEncoder.model(depth);
    }

    @Override
    public SampleModel getSampleModel() {
        return strip.getSampleModel();
    }

    @Override
    public int getMinX() {
        return 0;
    }

    @Override
    public int getMinY() {
        return 0;
    }

    @Override
    public int getNumXTiles() {
        return 1;
    }

    @Override
    public int getNumYTiles() {
        return 1;
    }

    @Override
    public int getMinTileX() {
        return 0;
    }

    @Override
    public int getMinTileY() {
        return 0;
    }

    @Override
    public int getTileWidth() {
        return getWidth();
    }

    @Override
    public int getTileHeight() {
        return getHeight();
    }

    @Override
    public int getTileGridXOffset() {
        return 0;
    }

    @Override
    public int getTileGridYOffset() {
        return 0;
    }

    @Override
    public @Nullable Vector<RenderedImage> getSources() {
        return null;
    }

    @Override
    public Object getProperty(String name) {
        return java.awt.Image.UndefinedProperty;
    }

    @Override
    public String @Nullable [] getPropertyNames() {
        return null;
    }

    @Override
    public Raster getTile(int tileX, int tileY) {
        throw notAsAWhole();
    }

    @Override
    public Raster getData() {
        throw notAsAWhole();
    }

    @Override
    public WritableRaster copyData(@Nullable WritableRaster raster) {
        throw notAsAWhole();
    }

    private static UnsupportedOperationException notAsAWhole() {
        return new UnsupportedOperationException("an image in strips is never there as a whole");
    }
}
