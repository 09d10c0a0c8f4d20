package lichen.app.cli.command;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lichen.app.experiment.Recolouring;
import lichen.app.experiment.SynthesisExperiment;
import lichen.core.image.Image;
import lichen.core.image.Regions;
import lichen.core.image.Resize;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import lichen.io.image.ImageCodec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lichen stylize}: a picture made again from the texture of photographs, without JSON. */
@Command(
        name = "stylize",
        description = "Makes a picture again in the style of a photograph, by the experiment style-transfer.")
public final class StylizeCommand implements Callable<Integer> {
    static final String EXPERIMENT = "style-transfer";
    static final String WITH_VGG = "style-transfer-vgg";

    @Mixin
    private StylizeOptions options = new StylizeOptions();

    @Mixin
    private BackendOptions backend = new BackendOptions();

    private final ImageCodec images;
    private final PictureMaker pictures;

    @Inject
    StylizeCommand(ImageCodec images, PictureMaker pictures) {
        this.images = images;
        this.pictures = pictures;
    }

    @Override
    public Integer call() throws IOException {
        Size found = images.size(options.content());
        Size made = options.size(found);
        List<Area> areas = options.areas(images, found);
        String experiment = options.byVgg() ? WITH_VGG : EXPERIMENT;
        OutputFile file = file(options.styles());
        if (options.onlyColours()) {
            pictures.write(recoloured(areas, found, made), file);
            return ExitCode.DONE;
        }
        Optional<String> kept = options.picture().kept(usual());
        Map<FileReference, Size> seen = new HashMap<>();
        for (Style style : options.styles()) {
            seen.put(style.file(), texture(style).size());
        }
        String words = options.content() + " has " + found + " pixels: the picture will have " + made;
        PictureMaker.Recipe recipe = new PictureMaker.Recipe(
                experiment, of -> options.changes((SynthesisExperiment) of, made, areas, seen), options::optionOf);
        return pictures.make(recipe, backend, new PictureMaker.Wanted(file, made, words, kept));
    }

    private OutputFile file(List<Style> styles) throws IOException {
        List<Path> photographs = new ArrayList<>();
        photographs.add(Path.of(options.content().name()));
        styles.forEach(style -> photographs.add(Path.of(style.file().name())));
        return options.picture().file(usual(), photographs);
    }

    private Path usual() {
        return OutputFile.usual(options.contentName(), "stylized");
    }

    /** The content with each of its parts in the colours of the styles that go there. */
    private Image recoloured(List<Area> areas, Size found, Size made) throws IOException {
        Image content = Resize.fit(images.read(options.content()), made);
        Optional<Regions> regions = options.regions(images, found).map(drawn -> drawn.fit(made));
        Optional<Regions> ofStyle = options.styleRegions(images);
        Image recoloured = content;
        for (Area area : areas) {
            List<Image> textures = new ArrayList<>();
            for (Style style : area.styles()) {
                Image texture = texture(style);
                textures.add(
                        ofStyle.isPresent()
                                ? RegionPixels.of(
                                        texture, ofStyle.get(), area.colour().orElseThrow())
                                : texture);
            }
            recoloured = regions.isPresent()
                    ? RegionPixels.changed(
                            recoloured,
                            regions.get(),
                            area.colour().orElseThrow(),
                            part -> mean(part, area.styles(), textures))
                    : mean(recoloured, area.styles(), textures);
        }
        return recoloured;
    }

    /** The mean of an image in the colours of each style. */
    private static Image mean(Image image, List<Style> styles, List<Image> textures) {
        float[] sum = new float[image.toArray().length];
        for (int style = 0; style < textures.size(); style++) {
            float[] rgb = Recolouring.of(image, textures.get(style)).toArray();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += (float) styles.get(style).weight() * rgb[i];
            }
        }
        return Image.of(image.width(), image.height(), sum).clamp();
    }

    /** A style's photograph. */
    private Image texture(Style style) throws IOException {
        Image photograph = images.read(style.file());
        if (Recolouring.isOneColour(photograph)) {
            throw new InputException("--style " + style.name() + ": is of one colour, so there is no style to take");
        }
        return photograph;
    }
}
