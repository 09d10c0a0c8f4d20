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
        Crop part = crop.orElse(new Crop(0, 0, whole.width(), whole.height()));
        workbench.open(path, () -> whole.crop(part));
        if (size.isEmpty()) {
            return Reference.of(whole, crop);
        }
        Size wanted = size.orElseThrow();
        double scale = scale(part, wanted);
        Size scaled = scaled(new Size(whole.width(), whole.height()), scale, wanted);
        int x = start((part.x() + part.width() / 2.0) * scale, wanted.width(), scaled.width());
        int y = start((part.y() + part.height() / 2.0) * scale, wanted.height(), scaled.height());
        return Reference.of(Resize.fit(whole, scaled), Optional.of(new Crop(x, y, wanted.width(), wanted.height())));
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
                    requireMeasurable(size.isEmpty() ? whole : scaled(whole, scale(part, seen), seen), seen);
                }));
    }

    private static void requireMeasurable(Size whole, Size seen) {
        try {
            Scorer.requireSizes(whole, seen);
        } catch (InvalidValueException e) {
            throw new InvalidValueException("image", "is too small to be measured: the " + e.name() + " " + e.reason());
        }
    }

    private static double scale(Crop part, Size wanted) {
        return Math.max((double) wanted.width() / part.width(), (double) wanted.height() / part.height());
    }

    private static Size scaled(Size whole, double scale, Size least) {
        return new Size(Math.max(least.width(), (int) Math.round(whole.width() * scale)), Math.max(least.height(), (int)
                Math.round(whole.height() * scale)));
    }

    private static int start(double middle, int side, int whole) {
        return Math.max(0, Math.min(whole - side, (int) Math.round(middle - side / 2.0)));
    }
}
