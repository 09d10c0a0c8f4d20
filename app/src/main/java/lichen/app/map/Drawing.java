package lichen.app.map;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lichen.app.embedding.Points;
import lichen.core.image.Image;
import lichen.io.file.AtomicFiles;
import lichen.io.image.Depth;
import lichen.io.image.ImageCodec;

/** Patches laid out in the plane, ready to be written as a picture, as SVG, and as a part of a report. */
public final class Drawing {
    private final TextureMap map;
    private final ImageCodec images;

    /**
     * Puts patches in their places.
     *
     * @param thumbnails the patches, all of one size
     * @param places where they are, in any scale, the second coordinate upwards: {@code [n,2]}
     * @param images writes PNG
     */
    public Drawing(List<Thumbnail> thumbnails, Points places, ImageCodec images) {
        this.map = TextureMap.of(thumbnails, places);
        this.images = images;
    }

    /** The side of thumbnails that suits so many patches, in pixels of the drawing, which is 1600 wide. */
    public static int sideFor(int count) {
        return TextureMap.sideFor(count);
    }

    /** The picture: 1600 pixels wide, as high, and the legend below. */
    public Image picture() {
        return MapPicture.of(map);
    }

    /** Writes the picture as PNG and the drawing as SVG. */
    public void write(Path png, Path svg) throws IOException {
        images.writePng(picture(), png, Depth.EIGHT_BITS);
        AtomicFiles.writeText(svg, MapSvg.of(map, images));
    }

    /** HTML for a report, in which the map zooms and pans and names the patch that the pointer or the focus is on. */
    public String viewer() throws IOException {
        return MapViewer.of(MapSvg.of(map, images));
    }
}
