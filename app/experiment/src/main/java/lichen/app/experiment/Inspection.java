package lichen.app.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import lichen.core.feature.ImageTooSmallException;
import lichen.core.feature.NetworkOutline;
import lichen.core.feature.NetworkSpec;
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import lichen.io.file.FailureWords;
import lichen.io.json.ConfigException;
import lichen.io.json.Problem;
import lichen.synthesis.parameterization.Parameterization;
import lichen.synthesis.start.StartContext;
import lichen.synthesis.start.StartImage;

/**
 * A look at an experiment before it is opened: what is wrong with its parts is collected, each at its place, to be told all at
 * once. Nothing is computed.
 */
public final class Inspection {
    /** The most pixels of a side that are made to see whether an image can be: what is too large is told elsewhere. */
    private static final int ENOUGH = 16;

    private final Workbench workbench;
    private final Findings findings;

    /** What was found so far, by the inspections of all parts. */
    private record Findings(
            Set<String> missing,
            Set<Problem> problems,
            Map<FileReference, Runnable> decoding,
            Map<Picture, Optional<Size>> targets) {}

    /**
     * An inspection of a whole experiment.
     *
     * @param workbench names and reads its parts
     * @param missing the files and folders that are not there, of which nothing more is told
     */
    public Inspection(Workbench workbench, List<Problem> missing) {
        this(
                workbench,
                new Findings(
                        Set.copyOf(missing.stream().map(Problem::path).toList()),
                        new LinkedHashSet<>(missing),
                        new LinkedHashMap<>(),
                        new HashMap<>()));
    }

    private Inspection(Workbench workbench, Findings findings) {
        this.workbench = workbench;
        this.findings = findings;
    }

    /** An inspection of a part: what is wrong with it is told with the rest. */
    public Inspection part(Workbench ofPart) {
        return new Inspection(ofPart, findings);
    }

    /** What the parts are opened with. */
    public Workbench workbench() {
        return workbench;
    }

    /**
     * Looks at a part.
     *
     * @param path where it stands in the config
     * @return what was seen; empty if something is wrong with it
     */
    public <T> Optional<T> look(String path, Workbench.Opening<T> opening) {
        try {
            return Optional.of(workbench.open(path, opening));
        } catch (ConfigException e) {
            e.problems().forEach(this::add);
        } catch (ImageTooSmallException e) {
            add(workbench.config().problemAt(path, e.reason()));
        } catch (IOException e) {
            if (!isMissing(workbench.config().problemAt(path, "").path())) {
                String place = workbench.config().fileWithin(path).orElse(path);
                add(workbench.config().problemAt(place, FailureWords.of(e)));
            }
        }
        return Optional.empty();
    }

    /** Looks at a part of which nothing has to be kept. */
    public void check(String path, Workbench.Check check) {
        look(path, () -> {
            check.run();
            return path;
        });
    }

    /** Looks at a network's layers; empty too if only the open network tells them. */
    public Optional<NetworkOutline> network(NetworkSpec network, String usual) {
        return look(workbench.place(network, usual), network::outline).flatMap(outline -> outline);
    }

    /** Looks at a target once, though several methods may see it. */
    Optional<Size> once(Picture target, Supplier<Optional<Size>> looking) {
        return findings.targets().computeIfAbsent(target, first -> looking.get());
    }

    /** The extents of an image by its file's header. */
    public Optional<Size> image(String path, FileReference file) {
        return look(path, () -> size(path, file));
    }

    /**
     * Looks at the images that a start names, and whether it can make one of a size.
     *
     * @param size the extents of the first image, where they are known
     */
    public void start(StartImage start, Optional<Size> size) {
        String path = workbench.place(start, "$.start");
        Size part = enough(size.orElse(new Size(ENOUGH, ENOUGH)));
        check(
                path,
                () -> start.create(new StartContext(
                        part, grey(part), workbench.random().stream("start"), (picture, wanted) -> {
                            size(path, picture.image());
                            if (picture.colours().isPresent()) {
                                size(path, picture.colours().get());
                            }
                            return grey(wanted);
                        })));
    }

    /** Whether a parameterization has images of a size. */
    public void parameterization(Parameterization parameterization, Size size) {
        check("$", () -> parameterization.requireSize(size));
    }

    private static Size enough(Size size) {
        return new Size(Math.min(size.width(), ENOUGH), Math.min(size.height(), ENOUGH));
    }

    /** Decodes every image that was looked at: what a header does not tell. */
    public void decodeImages() {
        findings.decoding().values().forEach(Runnable::run);
    }

    /**
     * Ends the inspection.
     *
     * @throws ConfigException with everything that is wrong
     */
    public void throwAny() {
        if (!findings.problems().isEmpty()) {
            throw ConfigException.asWritten(new ArrayList<>(findings.problems()));
        }
    }

    private Size size(String path, FileReference file) throws IOException {
        Size size = workbench.images().size(file);
        findings.decoding()
                .putIfAbsent(file, () -> check(path, () -> workbench.images().cutout(file)));
        return size;
    }

    /** Whether a file that the part names is not there: that is told already. */
    private boolean isMissing(String whole) {
        return findings.missing().stream().anyMatch(path -> path.startsWith(whole));
    }

    private void add(Problem problem) {
        if (!findings.missing().contains(problem.path())) {
            findings.problems().add(problem);
        }
    }

    private static Image grey(Size size) {
        float[] rgb = new float[size.width() * size.height() * Image.CHANNELS];
        Arrays.fill(rgb, 0.5f);
        return Image.of(size.width(), size.height(), rgb);
    }
}
