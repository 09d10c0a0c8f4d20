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
import java.util.stream.Collectors;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Recolouring;
import lichen.app.experiment.SynthesisExperiment;
import lichen.app.experiment.bundled.BundledExperiments;
import lichen.core.image.Image;
import lichen.core.image.Regions;
import lichen.core.image.Resize;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import lichen.io.image.ImageCodec;
import lichen.io.json.Config;
import lichen.io.json.ConfigException;
import lichen.io.json.ConfigReader;
import lichen.io.json.ConfigText;
import lichen.io.json.Draft;
import lichen.io.run.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lichen stylize}: a picture made again from the texture of photographs, without JSON. */
@Command(
        name = "stylize",
        description = "Makes a picture again in the style of a photograph, by the experiment style-transfer.")
public final class StylizeCommand implements Callable<Integer> {
    static final String EXPERIMENT = "style-transfer";
    static final String WITH_VGG = "style-transfer-vgg";

    @Mixin
    private StylizeOptions options = new StylizeOptions();

    @Option(
            names = "-o",
            paramLabel = "<out.png>",
            description = "The file to write (default: <content>-stylized.png).")
    private Path output = Path.of("");

    @Option(names = "--force", description = "Replace a file that is there.")
    private boolean force;

    @Option(names = "--keep", description = "Keep the run with its report, in runs/<content>-stylized.")
    private boolean keep;

    @Mixin
    private BackendOptions backend = new BackendOptions();

    private final ConfigReader reader;
    private final ImageCodec images;
    private final PictureMaker pictures;

    @Inject
    StylizeCommand(ConfigReader reader, ImageCodec images, PictureMaker pictures) {
        this.reader = reader;
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
        Optional<String> kept = keep ? Optional.of(OutputFile.stem(usual())) : Optional.empty();
        if (kept.isPresent()) {
            RunDirectory.requireNew(Path.of(RunCommand.RUNS), kept.get());
        }
        Map<FileReference, Size> seen = new HashMap<>();
        for (Style style : options.styles()) {
            seen.put(style.file(), texture(style).size());
        }
        String words = options.content() + " has " + found + " pixels: the picture will have " + made;
        try {
            return pictures.make(
                    fitted(experiment, made, areas, seen), backend, new PictureMaker.Wanted(file, made, words, kept));
        } catch (ConfigException e) {
            throw new InputException(e.problems().stream()
                    .map(problem -> options.optionOf(problem.path()) + ": " + problem.message())
                    .collect(Collectors.joining("\n")));
        }
    }

    private OutputFile file(List<Style> styles) throws IOException {
        List<Path> photographs = new ArrayList<>();
        photographs.add(Path.of(options.content().name()));
        styles.forEach(style -> photographs.add(Path.of(style.file().name())));
        return OutputFile.require(output.toString().isEmpty() ? usual() : output, photographs, force);
    }

    private Path usual() {
        return OutputFile.usual(options.contentName(), "stylized");
    }

    /** The experiment, made fit for the pictures. */
    private Config<Experiment> fitted(String name, Size made, List<Area> areas, Map<FileReference, Size> seen) {
        Draft<Experiment> draft = reader.draft(ConfigText.read(BundledExperiments.file(name), name), Experiment.class);
        return draft.with(options.changes((SynthesisExperiment) draft.value(), made, areas, seen));
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
