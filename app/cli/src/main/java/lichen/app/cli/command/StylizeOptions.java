package lichen.app.cli.command;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lichen.app.experiment.Stage;
import lichen.app.experiment.SynthesisExperiment;
import lichen.core.check.InvalidValueException;
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.core.image.Regions;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import lichen.io.image.ImageCodec;
import lichen.synthesis.start.FromImage;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a user may say about a style transfer, and what it means for its experiment. */
final class StylizeOptions {
    /** The longer side of the picture if the user does not say. */
    private static final int USUAL = 256;

    @Parameters(
            paramLabel = "<content>",
            description = "The picture to make again: PNG, JPEG, TIFF or WebP, or bundled:<name>.")
    private String content = "";

    @Option(
            names = "--style",
            paramLabel = "<photo[:weight]>",
            required = true,
            converter = Style.Converter.class,
            description = "The photograph whose style is taken; several with weights: --style a.jpg --style b.jpg:0.3.")
    private List<Style> styles = List.of();

    @Option(
            names = "--mask",
            paramLabel = "<regions.png>",
            description = {
                "Regions of the content, each of a colour. Name the colour before its style:",
                "--style 00ff00=moss.jpg --style 0000ff=bark.jpg."
            })
    private Optional<Path> mask = Optional.empty();

    @Option(
            names = "--style-mask",
            paramLabel = "<regions.png>",
            description = "Regions of the one style, in the colours of the mask: like goes to like.")
    private Optional<Path> styleMask = Optional.empty();

    @Option(
            names = "--size",
            paramLabel = "n",
            description = "The longer side of the picture in pixels (default: 256, or the content's if less).")
    private Optional<Integer> size = Optional.empty();

    @ArgGroup
    private Colours colours = new Colours();

    @Mixin
    private VggOptions vgg = new VggOptions();

    @Mixin
    private PictureOptions picture = new PictureOptions();

    @Option(names = "--seconds", paramLabel = "n", description = "Take the best picture after so many seconds.")
    private Optional<Double> seconds = Optional.empty();

    /** One of them, or neither. */
    private static final class Colours {
        @Option(names = "--keep-colours", description = "Take the style's shapes, but keep the content's colours.")
        private boolean keep;

        @Option(names = "--only-colours", description = "Take nothing but the style's colours.")
        private boolean only;
    }

    /**
     * The content.
     *
     * @throws InputException if it can be no file's name
     */
    FileReference content() {
        try {
            return Style.fileOf(content);
        } catch (InvalidPathException e) {
            throw new InputException(content + ": is not a path of this system: " + e.getReason());
        }
    }

    /** The content's name as a path, for files that are called after it. */
    Path contentName() {
        return Path.of(content.replaceFirst("^bundled:", ""));
    }

    /** The styles, as they were given. */
    List<Style> styles() {
        return styles;
    }

    /**
     * The parts of the picture, each with its styles.
     *
     * @param images reads masks
     * @param found the content's extents
     * @throws InputException if parts and styles do not go together
     */
    List<Area> areas(ImageCodec images, Size found) throws IOException {
        Optional<Regions> regions = regions(images, found);
        if (regions.isEmpty()) {
            if (styleMask.isPresent()) {
                throw new InputException("--style-mask: must go with a --mask of the content");
            }
            return Area.whole(styles);
        }
        Optional<Regions> ofStyle = styleRegions(images);
        return ofStyle.isPresent() ? Area.of(styles, regions.get(), ofStyle.get()) : Area.of(styles, regions.get());
    }

    /** The regions of the content, if there is a mask. */
    Optional<Regions> regions(ImageCodec images, Size found) throws IOException {
        return mask.isEmpty() ? Optional.empty() : Optional.of(read(images, "--mask", mask.get(), found, "content"));
    }

    /** The regions of the style, if there is a mask of it. */
    Optional<Regions> styleRegions(ImageCodec images) throws IOException {
        return styleMask.isEmpty()
                ? Optional.empty()
                : Optional.of(read(
                        images,
                        "--style-mask",
                        styleMask.get(),
                        images.size(styles.get(0).file()),
                        "style"));
    }

    private static Regions read(ImageCodec images, String option, Path file, Size of, String what) throws IOException {
        Image drawn = images.read(file);
        if (!drawn.size().equals(of)) {
            throw new InputException(option + " " + file + ": must have " + of + " pixels, as the " + what
                    + ", but has " + drawn.size());
        }
        try {
            return Regions.of(drawn, "mask");
        } catch (InvalidValueException e) {
            throw new InputException(option + " " + file + ": " + e.reason());
        }
    }

    /** Where the picture goes, and what else is left. */
    PictureOptions picture() {
        return picture;
    }

    boolean onlyColours() {
        return colours.only;
    }

    /**
     * Whether a network looks, and not the wavelets.
     *
     * @throws InputException if its file is not there
     */
    boolean byVgg() {
        return vgg.file().isPresent();
    }

    /**
     * The extents of the picture: the content's shape.
     *
     * @param found the content's extents
     * @throws InputException if it cannot be made
     */
    Size size(Size found) {
        int longer = Math.max(found.width(), found.height());
        int wanted = size.orElse(Math.min(longer, onlyColours() ? Integer.MAX_VALUE : USUAL));
        if (wanted < 1) {
            throw new InputException("--size: must be at least 1 pixel, but is " + wanted + ".");
        }
        Size scaled = scaled(found, (double) wanted / longer);
        if (!onlyColours() && Math.min(scaled.width(), scaled.height()) < Extract.LEAST) {
            throw new InputException("--size: the picture would have " + scaled + " pixels, but must have at least "
                    + Extract.LEAST + " along its shorter side.");
        }
        return scaled;
    }

    /**
     * What the options change in an experiment: values by the ways to them.
     *
     * @param experiment that of style transfer, as it comes along
     * @param made the extents of the picture
     * @param areas its parts with their styles
     * @param seen the extents of each style's photograph
     */
    Map<String, Object> changes(
            SynthesisExperiment experiment, Size made, List<Area> areas, Map<FileReference, Size> seen) {
        Restyling restyling =
                new Restyling(areas.stream().map(area -> part(area, made, seen)).toList());
        Picture leading = restyling.parts().get(0).styles().get(0).picture();
        Map<String, Object> changes = new LinkedHashMap<>();
        changes.put("target", leading);
        changes.put("start", start(restyling));
        changes.put("objective", restyling.of(experiment.objective()));
        changes.put("size", made);
        changes.put("output.preview-every", 0);
        List<Stage> stages = experiment.stages();
        for (int i = 0; i < stages.size(); i++) {
            String way = "stages[" + i + "].objective";
            stages.get(i).objective().ifPresent(loss -> changes.put(way, restyling.of(loss)));
        }
        changes.putAll(CoarseStages.fitFor(stages, made, leading.size().orElseThrow()));
        changes.putAll(vgg.changes());
        picture.seed().ifPresent(number -> changes.put("seed", number));
        seconds.ifPresent(most -> changes.put("stop.seconds", ExtractOptions.finite(most)));
        return changes;
    }

    /** The content, in the colours of its style where there is one part: those of several parts come with their terms. */
    private FromImage start(Restyling restyling) {
        boolean isWhole = restyling.parts().size() == 1;
        return new FromImage(
                content(), isWhole ? restyling.parts().get(0).content().colours() : Optional.empty());
    }

    private Restyling.Part part(Area area, Size made, Map<FileReference, Size> seen) {
        Picture whole = Picture.of(content());
        List<Restyling.Shared> shared = new ArrayList<>();
        for (Style style : area.styles()) {
            Size found = Objects.requireNonNull(seen.get(style.file()));
            Picture photograph = new Picture(style.file(), Optional.empty(), Optional.of(asLargeAs(made, found)));
            shared.add(new Restyling.Shared(
                    colours.keep ? photograph.inColoursOf(content()) : photograph, style.weight()));
        }
        return new Restyling.Part(
                area.colour()
                        .map(colour -> new Restyling.Within(
                                Picture.of(FileReference.to(mask.orElseThrow())),
                                colour,
                                styleMask.map(FileReference::to).map(Picture::of))),
                area.share(),
                colours.keep ? whole : whole.inColoursOf(area.leading().file()),
                shared);
    }

    /** A style's photograph is looked at as large as the picture is: its longer side, but no side too short to be seen. */
    private static Size asLargeAs(Size made, Size found) {
        double scale = (double) Math.max(made.width(), made.height()) / Math.max(found.width(), found.height());
        double least = (double) Extract.LEAST / Math.min(found.width(), found.height());
        return scaled(found, Math.max(Math.min(1, scale), least));
    }

    private static Size scaled(Size size, double scale) {
        return new Size(Math.max(1, (int) Math.round(size.width() * scale)), Math.max(1, (int)
                Math.round(size.height() * scale)));
    }

    /** The option that a key of the experiment comes from, for messages. */
    String optionOf(String path) {
        if (path.endsWith(".colour") || path.endsWith(".mask")) {
            return "--mask";
        }
        if (path.startsWith("$.network")) {
            return VggOptions.optionOf(path);
        }
        if (path.startsWith("$.size") || path.startsWith("$.stages")) {
            return "--size";
        }
        return path.startsWith("$.start") ? "the content" : path.startsWith("$.target") ? "--style" : path;
    }
}
