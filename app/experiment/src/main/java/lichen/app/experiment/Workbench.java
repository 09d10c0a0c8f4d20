package lichen.app.experiment;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import lichen.core.check.InvalidValueException;
import lichen.core.feature.UnknownLayerException;
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.core.image.Regions;
import lichen.core.image.Resize;
import lichen.core.image.Size;
import lichen.core.image.Transparent;
import lichen.core.random.RandomStreams;
import lichen.io.image.ImageCodec;
import lichen.io.json.Config;
import lichen.io.json.ConfigException;
import lichen.io.json.DidYouMean;
import lichen.io.json.Problem;

/**
 * What an experiment needs to open its parts: files, random numbers, and a way to say where in the config a part is named
 * that does not fit.
 *
 * @param config the experiment, and where it says what
 * @param images reads images
 * @param random the experiment's random numbers
 */
public record Workbench(Config<? extends Experiment> config, ImageCodec images, RandomStreams random) {
    /** Something that may find that a value of the config does not fit. */
    @FunctionalInterface
    public interface Opening<T> {
        T open() throws IOException;
    }

    /** A look at a part, which may find that a value of the config does not fit. */
    @FunctionalInterface
    public interface Check {
        void run() throws IOException;
    }

    /** Checks a part as {@link #open} does. */
    public void check(String path, Check check) throws IOException {
        open(path, () -> {
            check.run();
            return path;
        });
    }

    /**
     * Opens a part; a value that does not fit becomes a problem of the config, at its place.
     *
     * @param path where the part stands in the config
     */
    public <T> T open(String path, Opening<T> opening) throws IOException {
        try {
            return opening.open();
        } catch (UnknownLayerException e) {
            throw new ConfigException(e.unknown().stream()
                    .flatMap(layer -> unknown(path, layer, e.known()))
                    .toList());
        } catch (InvalidValueException e) {
            throw new ConfigException(config.problemAt(path + "." + e.name(), e.reason()));
        }
    }

    /**
     * Where a part stands in the config.
     *
     * @param usual the place to name for a part that was made from several
     */
    public String place(Object part, String usual) {
        return part instanceof Record value ? config.pathOf(value).orElse(usual) : usual;
    }

    /**
     * Reads a picture: the part of its file that is meant, in the colours that it takes on, and of it the largest of the size's shape in the middle, which is
     * then resized.
     *
     * @param place where it stands in the config
     */
    public Image picture(Picture picture, String place) throws IOException {
        Image whole = open(place, () -> whole(picture));
        Image part = picture.crop().isPresent()
                ? open(place, () -> whole.crop(picture.crop().orElseThrow()))
                : whole;
        return picture.size().isPresent() ? Resize.fit(part, picture.size().orElseThrow()) : part;
    }

    /**
     * Reads the regions that a mask draws.
     *
     * @param place where it stands in the config
     * @throws InvalidValueException naming the mask, if it has too many colours
     */
    public Regions regions(Picture mask, String place) throws IOException {
        return Regions.of(picture(mask, place), "mask");
    }

    /** Reads the whole of a picture's file, in the colours that it takes on. */
    public Image whole(Picture picture) throws IOException {
        Image whole = picture.transparent().filter(Transparent.TEXTURE::equals).isPresent()
                ? Opaque.of(images.cutout(picture.image()))
                : images.read(picture.image());
        return picture.colours().isPresent()
                ? Recolouring.of(whole, images.read(picture.colours().get()))
                : whole;
    }

    /** Reads a picture and brings it to a size. */
    public Image image(Picture picture, Size size) throws IOException {
        return Resize.fit(picture(picture, "$.start"), size);
    }

    /** One problem for each place where the layer is named. */
    private Stream<Problem> unknown(String path, String layer, List<String> known) {
        String message = "unknown layer \"" + layer + "\". " + DidYouMean.among(layer, known);
        List<String> places = config.pathsTo(layer);
        return (places.isEmpty() ? List.of(path) : places).stream().map(place -> config.problemAt(place, message));
    }
}
