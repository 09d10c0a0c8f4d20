package lichen.app.cli.command;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lichen.core.image.Picture;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import lichen.io.image.ImageCodec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lichen fill}: a photograph without its hole, or larger than it is, without JSON. */
@Command(
        name = "fill",
        description = "Fills a hole of a photograph from the rest of it, or goes on with it beyond its border.")
public final class FillCommand implements Callable<Integer> {
    static final String OF_A_HOLE = "fill";
    static final String BEYOND = "extend";

    @Parameters(
            paramLabel = "<photo>",
            converter = PhotographConverter.class,
            description = "The photograph: PNG, JPEG, TIFF or WebP; - for standard input.")
    private Path photo = Path.of("");

    @Option(
            names = "--mask",
            paramLabel = "<hole.png>",
            description = "A picture of the photograph's size, bright where something is missing.")
    private Optional<Path> mask = Optional.empty();

    @Option(
            names = "--size",
            paramLabel = "WxH",
            converter = SizeConverter.class,
            description = "Go on beyond the border to this size, with the photograph in the middle.")
    private Optional<Size> size = Optional.empty();

    @Option(
            names = "--patch",
            paramLabel = "n",
            description = "The side of the squares that are compared, in pixels (default: 25).")
    private Optional<Integer> patch = Optional.empty();

    @Mixin
    private PictureOptions picture = new PictureOptions();

    @Mixin
    private BackendOptions backend = new BackendOptions();

    private final ImageCodec images;
    private final PictureMaker pictures;

    @Inject
    FillCommand(ImageCodec images, PictureMaker pictures) {
        this.images = images;
        this.pictures = pictures;
    }

    @Override
    public Integer call() throws IOException {
        if (mask.isEmpty() && size.isEmpty()) {
            throw new InputException("--mask: must be given, or a --size to go on to: else nothing is missing");
        }
        Size found = images.size(FileReference.to(photo));
        Size made = size.orElse(found);
        Path usual = OutputFile.usual(photo, "filled");
        OutputFile file = picture.file(usual, List.of(photo));
        String words = photo + " has " + found + " pixels: the picture will have " + made;
        PictureMaker.Recipe recipe = new PictureMaker.Recipe(
                mask.isPresent() ? OF_A_HOLE : BEYOND, experiment -> changes(made), FillCommand::optionOf);
        return pictures.make(recipe, backend, new PictureMaker.Wanted(file, made, words, picture.kept(usual)));
    }

    private Map<String, Object> changes(Size made) {
        Map<String, Object> changes = new LinkedHashMap<>();
        changes.put("target", Picture.of(FileReference.to(photo)));
        mask.ifPresent(file -> changes.put("mask", Picture.of(FileReference.to(file))));
        changes.put("size", made);
        patch.ifPresent(side -> changes.put("patch", side));
        picture.seed().ifPresent(number -> changes.put("seed", number));
        return changes;
    }

    /** The option that a key of the experiment comes from, for messages. */
    private static String optionOf(String path) {
        if (path.startsWith("$.target")) {
            return "the photograph";
        }
        return path.startsWith("$.mask") ? "--mask" : path.replaceFirst("^\\$\\.", "--");
    }
}
