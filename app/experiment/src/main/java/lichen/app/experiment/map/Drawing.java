package lichen.app.experiment.map;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lichen.app.experiment.embedding.Points;
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

    /** Writes the drawing as PNG, 1600 pixels wide, and as SVG. */
    public void write(Path png, Path svg) throws IOException {
        images.writePng(MapPicture.of(map), png, Depth.EIGHT_BITS);
        AtomicFiles.writeText(svg, MapSvg.of(map, images));
    }

    /**
     * HTML for a report, in which a map zooms and pans and names the patch that the pointer or the focus is on.
     *
     * @param svg a file that {@link #write} has written
     */
    public static String viewer(Path svg) throws IOException {
        return MapViewer.of(Files.readString(svg, StandardCharsets.UTF_8));
    }
}
