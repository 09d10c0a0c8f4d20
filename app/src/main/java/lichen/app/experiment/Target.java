package lichen.app.experiment;

import java.io.IOException;
import java.util.Optional;
import lichen.app.quality.Reference;
import lichen.core.image.Crop;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.Summary;
import lichen.io.image.ImageCodec;
import lichen.io.image.Resize;

/**
 * The photograph whose texture is learned.
 *
 * @param image the file
 * @param crop the part of it to look at
 * @param size what the part is resized to
 */
@Summary("the photograph whose texture is learned")
public record Target(
        @Summary("an image file, or bundled:<name>") FileReference image,
        @Summary("the part to look at") Optional<Crop> crop,
        @Summary("what the part is resized to") Optional<Size> size) {
    /**
     * Reads the photograph.
     *
     * @param path where it stands in the config
     */
    public Image open(Workbench workbench, String path) throws IOException {
        Image whole = workbench.images().read(image);
        Image part = crop.isPresent() ? workbench.open(path, () -> whole.crop(crop.orElseThrow())) : whole;
        return size.isPresent() ? Resize.fit(part, size.orElseThrow()) : part;
    }

    /** The file's name without folder and ending, made fit for a folder's name. */
    public String shortName() {
        String file = image.name();
        String last = file.substring(
                Math.max(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')), file.lastIndexOf(':')) + 1);
        String stem = last.contains(".") ? last.substring(0, last.lastIndexOf('.')) : last;
        String fit = stem.replaceAll("[^\\p{L}\\p{N}_-]+", "-");
        return fit.isEmpty() ? "image" : fit;
    }

    /**
     * Reads the whole photograph, with the part that is looked at. Where that part is resized, the whole photograph is: its rest is
     * to be of the same scale.
     *
     * @param path where the target stands in the config
     */
    public Reference reference(Workbench workbench, String path) throws IOException {
        Image whole = workbench.images().read(image);
        return workbench.open(path, () -> Reference.of(whole, crop, size));
    }

    /** What is seen of the photograph; its header is read, no pixel. */
    public Seen seen(ImageCodec images) throws IOException {
        return Seen.of(images.size(image), crop, size);
    }
}
