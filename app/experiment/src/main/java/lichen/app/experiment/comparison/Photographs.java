package lichen.app.experiment.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lichen.app.experiment.Photograph;
import lichen.app.experiment.Workbench;
import lichen.app.quality.LabelledMeasure;
import lichen.app.quality.Reference;
import lichen.app.quality.Scorer;
import lichen.core.check.InvalidValueException;
import lichen.core.image.Picture;
import lichen.core.plugin.FileReference;
import lichen.io.image.Depth;
import lichen.io.json.ConfigException;
import lichen.io.run.RunDirectory;

/** The photographs of a comparison. They are read when their turn comes: all at once may be too much for the memory. */
final class Photographs {
    private static final String TARGET = "target";

    private final List<Picture> targets;
    private final List<String> names;
    private final Workbench workbench;
    private final Set<Path> written = new HashSet<>();

    Photographs(List<Picture> targets, List<String> names, Workbench workbench) {
        this.targets = targets;
        this.names = names;
        this.workbench = workbench;
    }

    /** Checks that a photograph can be read, has the part in it, and is large enough to be measured. */
    void require(int index) throws IOException {
        new Photograph(targets.get(index)).warnOfShape();
        Reference reference = reference(index);
        try {
            new Scorer(List.of(), reference).close();
        } catch (InvalidValueException e) {
            String found = "the " + e.name() + " " + e.reason();
            throw new ConfigException(workbench.config().problemAt(place(index), found));
        }
    }

    /** A photograph with the part that the methods see. */
    Reference reference(int index) throws IOException {
        return new Photograph(targets.get(index)).reference(workbench, place(index));
    }

    Reference reference(String name) throws IOException {
        return reference(names.indexOf(name));
    }

    /** What scores images by a photograph. */
    Scorer scorer(String name, List<LabelledMeasure> measures) throws IOException {
        return new Scorer(measures, reference(name), workbench::image);
    }

    /** What the methods see, as a file of the run; written once, as it is now. */
    Picture target(String name, RunDirectory run) throws IOException {
        Path file = file(name, run);
        if (written.add(file) || !Files.exists(file)) {
            workbench.images().writePng(reference(name).target(), file, Depth.EIGHT_BITS);
        }
        return Picture.of(FileReference.to(file));
    }

    /** Where the file of what the methods see is, or will be. */
    static Path file(String name, RunDirectory run) throws IOException {
        return run.part(name).image(TARGET);
    }

    /** Where a photograph stands in the config. */
    static String place(int index) {
        return "$.photographs[" + index + "]";
    }
}
