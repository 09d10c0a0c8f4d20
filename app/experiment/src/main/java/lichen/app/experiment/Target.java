package lichen.app.experiment;

import java.io.IOException;
import java.util.Optional;
import lichen.app.quality.Reference;
import lichen.app.quality.Scorer;
import lichen.core.check.InvalidValueException;
import lichen.core.image.Crop;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.Summary;
import lichen.io.image.ImageCodec;
import lichen.io.image.Resize;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
    private static final Logger LOG = LoggerFactory.getLogger(Target.class);

    /**
     * The extents of the photograph that {@link #open} gives, by the file's header.
     *
     * @param path where it stands in the config
     * @return empty if something is wrong with it; that is told at the first place where the same target stands
     */
    public Optional<Size> inspect(Inspection inspection, String path) {
        return inspection.once(
                this,
                () -> inspection
                        .image(path + ".image", image)
                        .flatMap(whole -> inspection.look(path, () -> seen(whole))));
    }

    private Size seen(Size whole) {
        crop.ifPresent(part -> part.requireInside(whole));
        return size.orElse(
                crop.map(part -> new Size(part.width(), part.height())).orElse(whole));
    }

    /**
     * Reads the photograph: the part, and of it the largest of the size's shape in the middle, which is then resized. Where
     * that cuts off some of a crop, a warning says so.
     *
     * @param path where it stands in the config
     */
    public Image open(Workbench workbench, String path) throws IOException {
        Image whole = workbench.images().read(image);
        Image part = crop.isPresent() ? workbench.open(path, () -> whole.crop(crop.orElseThrow())) : whole;
        warnOfShape();
        return size.isPresent() ? Resize.fit(part, size.orElseThrow()) : part;
    }

    /** Says it where the part is of another shape than the size. */
    public void warnOfShape() {
        cutOff().ifPresent(words -> LOG.warn("{}: {}", image, words));
    }

    /** What is cut off of a part of another shape than the size; a single line of pixels is rounding. */
    Optional<String> cutOff() {
        if (crop.isEmpty() || size.isEmpty()) {
            return Optional.empty();
        }
        Size part = new Size(crop.orElseThrow().width(), crop.orElseThrow().height());
        Crop middle = Resize.middle(part, size.orElseThrow());
        boolean isSimilar = part.width() - middle.width() <= 1 && part.height() - middle.height() <= 1;
        return isSimilar
                ? Optional.empty()
                : Optional.of("the crop of " + part + " pixels is of another shape than the size " + size.orElseThrow()
                        + ": its middle, " + new Size(middle.width(), middle.height()) + ", is looked at");
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

    /** What is looked at, in words: the file's name, the part of it and its size; the same in whatever folder the file lies. */
    public String part() {
        return shortName() + ", part " + crop.map(Crop::toString).orElse("all") + ", size "
                + size.map(Size::toString).orElse("its own");
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

    /**
     * Checks, by the file's header, that images can be scored against the photograph, once nothing else is wrong with it.
     *
     * @param path where the target stands in the config
     */
    public void inspectReference(Inspection inspection, String path) {
        inspection
                .image(path + ".image", image)
                .ifPresent(whole -> inspection.check(path, () -> {
                    Crop part = crop.orElse(new Crop(0, 0, whole.width(), whole.height()));
                    part.requireInside(whole);
                    Size seen = size.orElse(new Size(part.width(), part.height()));
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
