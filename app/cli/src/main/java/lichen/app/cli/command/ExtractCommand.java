package lichen.app.cli.command;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.SynthesisExperiment;
import lichen.app.experiment.bundled.BundledExperiments;
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

/** {@code lichen extract}: a texture from any photograph, without JSON. */
@Command(
        name = "extract",
        description = "Makes a new image with the texture of a photograph, by the recommended experiment.")
public final class ExtractCommand implements Callable<Integer> {
    static final String RECOMMENDED = "recommended";

    /** What tells how much of an image is copied. */
    private static final List<Map<String, String>> COPYING =
            List.of(Map.of("type", "innovation"), Map.of("type", "verbatim-coverage"));

    @Mixin
    private ExtractOptions options = new ExtractOptions();

    @Option(names = "-o", paramLabel = "<out.png>", description = "The file to write (default: <photo>-texture.png).")
    private Path output = Path.of("");

    @Option(names = "--force", description = "Replace a file that is there.")
    private boolean force;

    @Option(
            names = "--keep",
            description = "Keep the run with its report, which says how much is copied, in runs/<photo>.")
    private boolean keep;

    @Mixin
    private BackendOptions backend = new BackendOptions();

    private final ConfigReader reader;
    private final ImageCodec images;
    private final PictureMaker pictures;

    @Inject
    ExtractCommand(ConfigReader reader, ImageCodec images, PictureMaker pictures) {
        this.reader = reader;
        this.images = images;
        this.pictures = pictures;
    }

    @Override
    public Integer call() throws IOException {
        Path photo = options.photo();
        Size found = images.size(FileReference.to(photo));
        boolean isNamed = !output.toString().isEmpty();
        OutputFile file =
                OutputFile.require(isNamed ? output : OutputFile.usual(photo, "texture"), List.of(photo), force);
        if (keep) {
            requireLasting(photo);
            RunDirectory.requireNew(Path.of(RunCommand.RUNS), OutputFile.stem(photo));
        }
        Extract extract = Extract.of(found, options.crop(), options.size());
        try {
            String words = photo + " has " + found + " pixels: " + extract.words();
            Optional<String> kept = keep ? Optional.of(OutputFile.stem(photo)) : Optional.empty();
            return pictures.make(fitted(extract), backend, new PictureMaker.Wanted(file, options.size(), words, kept));
        } catch (ConfigException e) {
            throw new InputException(e.problems().stream()
                    .map(problem -> ExtractOptions.optionOf(problem.path()) + ": " + problem.message())
                    .collect(Collectors.joining("\n")));
        }
    }

    /** The experiment that is as new as asked for, made fit for the photograph. */
    private Config<Experiment> fitted(Extract extract) {
        String name = options.novelty().experiment();
        Draft<Experiment> draft = reader.draft(ConfigText.read(BundledExperiments.file(name), name), Experiment.class);
        Map<String, Object> changes = new LinkedHashMap<>(options.changes(extract));
        changes.put("measures", keep && extract.isMeasurable() ? COPYING : List.of());
        if (draft.value() instanceof SynthesisExperiment synthesis) {
            changes.putAll(CoarseStages.fitFor(synthesis.stages(), options.size(), extract.seen()));
        }
        return draft.with(changes);
    }

    private static void requireLasting(Path photo) {
        if (!FileReference.to(photo).isLasting()) {
            throw new InputException(
                    "--keep: a run that stays needs its photograph again, and what comes through a pipe is"
                            + " gone; save it to a file first");
        }
    }
}
