package lichen.app.cli.command;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lichen.app.experiment.Seen;
import lichen.app.quality.LabelledMeasure;
import lichen.app.quality.Reference;
import lichen.app.quality.Score;
import lichen.app.quality.ScoreTable;
import lichen.app.quality.Scorer;
import lichen.app.quality.Scores;
import lichen.core.backend.BackendChoice;
import lichen.core.check.InvalidValueException;
import lichen.core.image.Crop;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.io.image.ImageCodec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lichen measure}: scores images, made by any program, against a photograph. */
@Command(name = "measure", description = "Tells how good images are that any program made from a photograph.")
public final class MeasureCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "<image>",
            converter = PhotographConverter.class,
            description = "Images; of several, their diversity is told too.")
    private List<Path> files = List.of();

    @Option(
            names = "--target",
            required = true,
            paramLabel = "<photo>",
            converter = PhotographConverter.class,
            description = "The whole photograph; - for standard input.")
    private Path photo = Path.of("");

    @Option(
            names = "--crop",
            paramLabel = "x,y,w,h",
            converter = CropConverter.class,
            description =
                    "The part of the photograph that the program saw (default: what the images say, else all of it).")
    private Optional<Crop> crop = Optional.empty();

    @Option(
            names = "--size",
            paramLabel = "WxH",
            converter = SizeConverter.class,
            description = "What the part was scaled to (default: what the images say, else as it is).")
    private Optional<Size> size = Optional.empty();

    @Mixin
    private VggOptions vgg = new VggOptions();

    @Option(names = "--measures", split = ",", paramLabel = "a,b", description = "These only; see lichen list measure.")
    private List<String> names = List.of();

    @Option(names = "--json", description = "Write JSON, for other programs.")
    private boolean json;

    @Mixin
    private BackendOptions backend = new BackendOptions();

    private final MeasureChoice choice;
    private final ImageCodec images;
    private final Console console;

    @Inject
    MeasureCommand(MeasureChoice choice, ImageCodec images, Console console) {
        this.choice = choice;
        this.images = images;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List<LabelledMeasure> measures = choice.find(names, vgg);
        Image photograph = images.read(photo);
        List<Image> read = new ArrayList<>();
        for (Path file : files) {
            read.add(images.read(file));
        }
        MeasuredPart part = MeasuredPart.of(photograph.size(), crop, size, extents(read));
        part.warnings().forEach(warning -> console.err().println("WARN  " + warning));
        console.err().flush();
        backend.start(BackendChoice.AUTO);
        try (Scorer scorer = new Scorer(measures, reference(photograph, part.seen()))) {
            print(scorer, read, part.seen());
        } catch (InvalidValueException e) {
            throw new InputException("--target " + photo + ": the " + e.name() + " " + e.reason());
        }
        return ExitCode.DONE;
    }

    private Map<Path, Size> extents(List<Image> read) {
        Map<Path, Size> extents = new LinkedHashMap<>();
        for (int i = 0; i < read.size(); i++) {
            extents.put(files.get(i), read.get(i).size());
        }
        return extents;
    }

    private static Reference reference(Image photograph, Seen seen) {
        try {
            return Reference.of(photograph, Optional.of(seen.part()), Optional.of(seen.size()));
        } catch (InvalidValueException e) {
            throw new InputException("--crop: " + e.reason());
        }
    }

    private void print(Scorer scorer, List<Image> read, Seen seen) throws IOException {
        Map<String, Scores> scores = new LinkedHashMap<>();
        for (int i = 0; i < read.size(); i++) {
            scores.put(files.get(i).toString(), score(scorer, files.get(i), read.get(i)));
        }
        long sizes = read.stream().map(Image::size).distinct().count();
        List<Score> diversity = sizes == 1 ? scorer.diversity(read) : List.of();
        if (json) {
            console.out().print(ScoreText.json(scores, diversity));
        } else {
            console.out().print(ScoreText.of(ScoreTable.of(scores).withDiversity(diversity)));
            scores.values().stream()
                    .map(Scores::note)
                    .distinct()
                    .forEach(note -> console.out()
                            .println("\nMeasured against " + seen.words()
                                    + ".\nQuality and diversity are ratios to the floor; " + note));
        }
        console.out().flush();
    }

    private static Scores score(Scorer scorer, Path file, Image image) {
        try {
            return scorer.score(image);
        } catch (InvalidValueException e) {
            throw new InputException(file + ": " + e.reason());
        }
    }
}
