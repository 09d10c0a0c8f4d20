package lichen.app.experiment;

import java.io.IOException;
import java.util.Optional;
import lichen.app.quality.Reference;
import lichen.app.quality.Scorer;
import lichen.core.check.InvalidValueException;
import lichen.core.image.Crop;
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.core.image.Resize;
import lichen.core.image.Size;
import lichen.io.image.ImageCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A photograph whose texture is learned: what an experiment asks of the picture that names it.
 *
 * @param picture the file, the part of it and its size
 */
public record Photograph(Picture picture) {
    private static final Logger LOG = LoggerFactory.getLogger(Photograph.class);

    /**
     * The extents of the photograph that {@link #open} gives, by the file's header.
     *
     * @param path where it stands in the config
     * @return empty if something is wrong with it; that is told at the first place where the same picture stands
     */
    public Optional<Size> inspect(Inspection inspection, String path) {
        return inspection.once(
                picture,
                () -> inspection
                        .image(path + ".image", picture.image())
                        .flatMap(whole -> inspection.look(path, () -> picture.seen(whole))));
    }

    /**
     * Reads the photograph: the part, and of it the largest of the size's shape in the middle, which is then resized. Where
     * that cuts off some of a crop, a warning says so.
     *
     * @param path where it stands in the config
     */
    public Image open(Workbench workbench, String path) throws IOException {
        warnOfShape();
        return workbench.picture(picture, path);
    }

    /** Says it where the part is of another shape than the size. */
    public void warnOfShape() {
        cutOff().ifPresent(words -> LOG.warn("{}: {}", picture.image(), words));
    }

    /** What is cut off of a part of another shape than the size; a single line of pixels is rounding. */
    Optional<String> cutOff() {
        if (picture.crop().isEmpty() || picture.size().isEmpty()) {
            return Optional.empty();
        }
        Size part = picture.crop().get().size();
        Size size = picture.size().get();
        Crop middle = Resize.middle(part, size);
        boolean isSimilar = part.width() - middle.width() <= 1 && part.height() - middle.height() <= 1;
        return isSimilar
                ? Optional.empty()
                : Optional.of("the crop of " + part + " pixels is of another shape than the size " + size
                        + ": its middle, " + middle.size() + ", is looked at");
    }

    /** The file's name without folder and ending. */
    public String stem() {
        String file = picture.image().name();
        String last = file.substring(
                Math.max(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')), file.lastIndexOf(':')) + 1);
        return last.contains(".") ? last.substring(0, last.lastIndexOf('.')) : last;
    }

    /** The file's name without folder and ending, made fit for a folder's name. */
    public String shortName() {
        String fit = stem().replaceAll("[^\\p{L}\\p{N}_-]+", "-");
        return fit.isEmpty() ? "image" : fit;
    }

    /** What is looked at, in words: the file's name, the part of it and its size; the same in whatever folder the file lies. */
    public String part() {
        return shortName() + ", part " + picture.crop().map(Crop::toString).orElse("all") + ", size "
                + picture.size().map(Size::toString).orElse("its own");
    }

    /**
     * Reads the whole photograph, with the part that is looked at. Where that part is resized, the whole photograph is: its rest is
     * to be of the same scale.
     *
     * @param path where the picture stands in the config
     */
    public Reference reference(Workbench workbench, String path) throws IOException {
        Image whole = workbench.open(path, () -> workbench.whole(picture));
        return workbench.open(path, () -> Reference.of(whole, picture.crop(), picture.size()));
    }

    /** What is seen of the photograph; its header is read, no pixel. */
    public Seen seen(ImageCodec images) throws IOException {
        return Seen.of(images.size(picture.image()), picture.crop(), picture.size());
    }

    /**
     * Checks, by the file's header, that images can be scored against the photograph, once nothing else is wrong with it.
     *
     * @param path where the picture stands in the config
     */
    public void inspectReference(Inspection inspection, String path) {
        inspection
                .image(path + ".image", picture.image())
                .ifPresent(whole -> inspection.check(path, () -> {
                    Crop part = picture.crop().orElse(new Crop(0, 0, whole.width(), whole.height()));
                    Size seen = picture.seen(whole);
                    requireMeasurable(Reference.scaled(whole, part, seen), seen);
                }));
    }

    private static void requireMeasurable(Size whole, Size seen) {
        try {
            Scorer.requireSizes(whole, seen);
        } catch (InvalidValueException e) {
            throw new InvalidValueException("image", "is too small to be measured: the " + e.name() + " " + e.reason());
        }
    }
}
