package lichen.app.experiment.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import lichen.core.image.Image;
import lichen.core.image.Resize;
import lichen.core.image.Size;
import lichen.io.image.ImageCodec;

/** Images as text in a page, as many as there is room for. */
final class Inlays {
    private final ImageCodec images;
    private final Map<Path, String> sources = new HashMap<>();
    private long room;

    /**
     * None yet.
     *
     * @param room how many characters there may be
     */
    Inlays(ImageCodec images, long room) {
        this.images = images;
        this.room = room;
    }

    /** Takes in the files that exist: all of them or, where there is no room, none. */
    boolean add(Collection<Path> files, Rendition rendition) throws IOException {
        Map<Path, String> more = new HashMap<>();
        long left = room;
        for (Path file : files) {
            if (Files.isRegularFile(file)) {
                String source = source(images.read(file), rendition);
                left -= source.length();
                if (left < 0) {
                    return false;
                }
                more.put(file, source);
            }
        }
        sources.putAll(more);
        room = left;
        return true;
    }

    /** An image that was taken in. */
    Optional<String> source(Path file) {
        return Optional.ofNullable(sources.get(file));
    }

    private String source(Image image, Rendition rendition) throws IOException {
        Size size = new Size(
                Math.max(1, image.width() / rendition.divisor()), Math.max(1, image.height() / rendition.divisor()));
        byte[] jpeg = images.jpeg(Resize.fit(image, size), rendition.quality());
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg);
    }
}
