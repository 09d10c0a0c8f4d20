package lichen.app.cli.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lichen.app.experiment.Stage;
import lichen.app.experiment.SynthesisExperiment;
import lichen.core.image.Picture;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import lichen.synthesis.start.FromImage;
import picocli.CommandLine.ArgGroup;
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
            names = "--size",
            paramLabel = "n",
            description = "The longer side of the picture in pixels (default: 256, or the content's if less).")
    private Optional<Integer> size = Optional.empty();

    @ArgGroup
    private Colours colours = new Colours();

    @Option(names = "--vgg", paramLabel = "<file>", description = "By the layers of VGG-19, from this Keras file.")
    private Optional<Path> vgg = Optional.empty();

    @Option(names = "--seed", paramLabel = "n", description = "Another number gives another picture (default: 1).")
    private Optional<Long> seed = Optional.empty();

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

    /** The styles, their weights adding up to 1. */
    List<Style> styles() {
        return Style.shares(styles);
    }

    boolean onlyColours() {
        return colours.only;
    }

    /**
     * The file of VGG-19's weights.
     *
     * @throws InputException if there is none
     */
    Optional<Path> vgg() {
        vgg.filter(file -> !Files.isRegularFile(file)).ifPresent(file -> {
            throw new InputException("--vgg " + file + ": no such file");
        });
        return vgg;
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
     * @param seen the extents of each style's photograph
     */
    Map<String, Object> changes(SynthesisExperiment experiment, Size made, List<Size> seen) {
        List<Style> shares = styles();
        FileReference content = content();
        FileReference leading = shares.stream()
                .max(Comparator.comparingDouble(Style::weight))
                .orElseThrow()
                .file();
        Picture whole = Picture.of(content);
        Picture recoloured = colours.keep ? whole : whole.inColoursOf(leading);
        List<Restyling.Part> parts = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            Picture photograph =
                    new Picture(shares.get(i).file(), Optional.empty(), Optional.of(asLargeAs(made, seen.get(i))));
            parts.add(new Restyling.Part(
                    colours.keep ? photograph.inColoursOf(content) : photograph,
                    shares.get(i).weight()));
        }
        Restyling restyling = new Restyling(recoloured, parts);
        Map<String, Object> changes = new LinkedHashMap<>();
        changes.put("target", parts.get(0).picture());
        changes.put("start", new FromImage(content, recoloured.colours()));
        changes.put("objective", restyling.of(experiment.objective()));
        changes.put("size", made);
        changes.put("output.preview-every", 0);
        List<Stage> stages = experiment.stages();
        for (int i = 0; i < stages.size(); i++) {
            String way = "stages[" + i + "].objective";
            stages.get(i).objective().ifPresent(loss -> changes.put(way, restyling.of(loss)));
        }
        changes.putAll(
                CoarseStages.fitFor(stages, made, parts.get(0).picture().size().orElseThrow()));
        vgg.ifPresent(
                file -> changes.put("network.weights", FileReference.to(file).name()));
        seed.ifPresent(number -> changes.put("seed", number));
        seconds.ifPresent(most -> changes.put("stop.seconds", ExtractOptions.finite(most)));
        return changes;
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
    static String optionOf(String path) {
        if (path.startsWith("$.network")) {
            return "--vgg";
        }
        if (path.startsWith("$.size") || path.startsWith("$.stages")) {
            return "--size";
        }
        return path.startsWith("$.start") ? "the content" : path.startsWith("$.target") ? "--style" : path;
    }
}
