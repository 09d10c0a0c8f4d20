package lichen.app.experiment.foreign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lichen.app.experiment.Commission;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Inspection;
import lichen.app.experiment.Method;
import lichen.app.experiment.Photograph;
import lichen.app.experiment.Task;
import lichen.app.experiment.Workbench;
import lichen.core.backend.BackendChoice;
import lichen.core.check.InvalidValueException;
import lichen.core.check.Require;
import lichen.core.feature.Statistic;
import lichen.core.image.Size;
import lichen.core.plugin.Default;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.FolderReference;
import lichen.core.plugin.Summary;
import lichen.io.json.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Images that another program has made, as a method of a comparison. One that is not there is a gap: it is told before anything
 * runs, and the comparison goes on without it.
 *
 * @param folder where the images are
 * @param pattern their names: {@code {photograph}} stands for what the photograph is called, {@code {seed}} for the seed
 * @param optimises what the program makes alike in image and photograph
 * @param weights the file of the network that it looks through
 */
@Summary("images that another program has made; a method of a comparison")
public record ForeignImages(
        @Summary("the folder where the images are") FolderReference folder,

        @Summary(
                "their names: {photograph} stands for a photograph's name, or its file's without the ending, {seed} for the seed")
        String pattern,

        @Default("[\"untold\"]")
        @Summary(
                "the statistics that the program makes alike: measures of them say nothing about it; none for features of a network")
        List<Statistic> optimises,

        @Summary("the weights that the program looks through: measures of the same file say nothing about it")
        Optional<FileReference> weights)
        implements Method {
    private static final Logger LOG = LoggerFactory.getLogger(ForeignImages.class);

    /** So many files of a folder are named where none of them fits. */
    private static final int SOME = 5;

    private static final String ALONE =
            "images of other programs make nothing alone: name them among the methods of a comparison";

    /** Checks the pattern. */
    public ForeignImages {
        new FilePattern(pattern);
        optimises = List.copyOf(optimises);
    }

    /** The photographs' seed says which images are meant; none is drawn by. */
    @Override
    public long seed() {
        return 0;
    }

    /** Nothing is computed on a device. */
    @Override
    public BackendChoice backend() {
        return BackendChoice.AUTO;
    }

    @Override
    public Set<Statistic> statistics() {
        return optimises.isEmpty() ? Set.of() : EnumSet.copyOf(optimises);
    }

    /** One, where the names do not tell seeds apart. */
    @Override
    public int images(int wanted) {
        return new FilePattern(pattern).hasSeed() ? wanted : 1;
    }

    @Override
    public Experiment image(Commission commission) {
        return new ForeignImage(commission.target(), FileReference.to(file(commission)));
    }

    @Override
    public List<FileReference> taken(List<Commission> commissions) {
        return commissions.stream()
                .map(this::file)
                .filter(Files::isRegularFile)
                .map(FileReference::to)
                .toList();
    }

    /** Tells which images are not there, and refuses those of another size; all headers are read. */
    @Override
    public void inspect(Inspection inspection, List<Commission> commissions) {
        inspection.check("$", () -> requireOnePhotographEach(commissions));
        List<Path> missing = new ArrayList<>();
        for (Commission commission : commissions) {
            Path file = file(commission);
            if (Files.isRegularFile(file)) {
                new Photograph(commission.target())
                        .inspect(inspection, "$.target")
                        .ifPresent(seen -> inspect(inspection, file, seen));
            } else {
                missing.add(file);
            }
        }
        if (missing.size() == commissions.size()) {
            inspection.check("$", () -> refuseAll(missing.get(0)));
        } else if (!missing.isEmpty()) {
            LOG.warn(
                    "{}: {} of {} images are not there, and are left out: {}",
                    pattern,
                    missing.size(),
                    commissions.size(),
                    names(missing));
        }
    }

    private static void inspect(Inspection inspection, Path file, Size seen) {
        inspection
                .image("$.pattern", FileReference.to(file))
                .ifPresent(found -> inspection.check("$", () -> requireSize(file, found, seen)));
    }

    /** All has been looked at. */
    @Override
    public void rehearse(Workbench workbench, List<Commission> commissions) {}

    @Override
    public void inspect(Inspection inspection) {
        inspection.check("$", () -> open(inspection.workbench()));
    }

    /** Refuses: alone, there is nothing to make. */
    @Override
    public Task open(Workbench workbench) {
        throw new ConfigException(workbench.config().problemAt("$.type", ALONE));
    }

    private Path file(Commission commission) {
        return folder.path().resolve(new FilePattern(pattern).file(commission));
    }

    private void requireOnePhotographEach(List<Commission> commissions) {
        Map<Path, Commission> owners = new HashMap<>();
        for (Commission commission : commissions) {
            Commission owner = owners.putIfAbsent(file(commission), commission);
            Require.that(
                    owner == null || owner.target().equals(commission.target()),
                    "pattern",
                    "two photographs are called \"" + commission.photograph()
                            + "\", and would have the same image: give each a \"name\" of its own");
        }
    }

    private static void requireSize(Path file, Size found, Size seen) {
        Require.that(found.equals(seen), "pattern", file.getFileName() + " " + ForeignImage.misfit(found, seen));
    }

    /** Nothing fits: more likely the pattern is wrong than that nothing is there yet. */
    private void refuseAll(Path first) throws IOException {
        if (Files.isDirectory(folder.path())) {
            throw new InvalidValueException(
                    "pattern",
                    "none of the images is there: the first would be " + first + "; in the folder " + found());
        }
    }

    private String found() throws IOException {
        try (Stream<Path> files = Files.list(folder.path())) {
            List<Path> some = files.filter(Files::isRegularFile).sorted().toList();
            String more = some.size() > SOME ? " and " + (some.size() - SOME) + " more" : "";
            return some.isEmpty() ? "is no file" : "are " + names(some.subList(0, Math.min(SOME, some.size()))) + more;
        }
    }

    private static String names(List<Path> files) {
        return files.stream().map(file -> String.valueOf(file.getFileName())).collect(Collectors.joining(", "));
    }
}
