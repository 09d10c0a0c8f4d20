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
import java.util.stream.Stream;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.SynthesisExperiment;
import lichen.app.experiment.direct.MaterialMap;
import lichen.core.image.Size;
import lichen.io.image.ImageCodec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lichen extract}: textures from any photographs, without JSON. */
@Command(
        name = "extract",
        description = "Makes new images with the texture of photographs, by the recommended experiment.")
public final class ExtractCommand implements Callable<Integer> {
    static final String RECOMMENDED = "recommended";
    static final String WITH_VGG = "recommended-vgg";

    /** What tells how much of an image is copied. */
    private static final List<Map<String, String>> COPYING =
            List.of(Map.of("type", "innovation"), Map.of("type", "verbatim-coverage"));

    @Mixin
    private ExtractOptions options = new ExtractOptions();

    @Option(
            names = "-o",
            paramLabel = "<out.png>",
            description = {
                "The file to write (default: {photo}-texture.png, or {photo}-texture-{seed}.png of several seeds);",
                "{photo} stands for the photograph's name, {seed} for the seed, {map} for that of a map; - for standard output."
            })
    private Optional<String> output = Optional.empty();

    @Mixin
    private LeavingOptions leaving = new LeavingOptions();

    @Mixin
    private BackendOptions backend = new BackendOptions();

    private final ImageCodec images;
    private final PictureMaker pictures;

    @Inject
    ExtractCommand(ImageCodec images, PictureMaker pictures) {
        this.images = images;
        this.pictures = pictures;
    }

    /**
     * An image to make.
     *
     * @param kept the name of its run, if that stays
     */
    private record Job(
            Original photograph,
            long seed,
            Size found,
            OutputFile file,
            Map<String, OutputFile> maps,
            Optional<String> kept) {}

    @Override
    public Integer call() throws IOException {
        List<Job> jobs = jobs();
        for (int i = 0; i < jobs.size(); i++) {
            Job job = jobs.get(i);
            String place =
                    jobs.size() > 1 ? "image " + (i + 1) + " of " + jobs.size() + ", seed " + job.seed + ": " : "";
            int code = make(job, place);
            if (code != ExitCode.DONE) {
                return code;
            }
        }
        return ExitCode.DONE;
    }

    /** All images; what stands in the way of any is told before the first is made. */
    private List<Job> jobs() throws IOException {
        List<Long> seeds = options.seeds();
        OutputNames names = output.map(OutputNames::new).orElseGet(() -> OutputNames.usual(seeds.size()));
        List<Path> photographs = options.photos().stream().map(Original::path).toList();
        List<Job> jobs = new ArrayList<>();
        for (Original photograph : options.photos()) {
            Size found = images.size(photograph.file());
            for (long seed : seeds) {
                OutputFile file = isPiped()
                        ? OutputFile.piped()
                        : OutputFile.require(names.of(photograph, seed), photographs, leaving.force());
                String name = photograph.stem() + (seeds.size() > 1 ? "-" + seed : "");
                if (leaving.keep()) {
                    requireLasting(photograph);
                }
                jobs.add(new Job(photograph, seed, found, file, maps(photograph, seed, names), leaving.kept(name)));
            }
        }
        requirePipe(jobs.size());
        names.requireDifferent(jobs.stream()
                .flatMap(job -> Stream.concat(Stream.of(job.file), job.maps.values().stream()))
                .map(OutputFile::path)
                .toList());
        return jobs;
    }

    /** Where the maps go that are made with a picture. */
    private Map<String, OutputFile> maps(Original photograph, long seed, OutputNames names) throws IOException {
        List<Path> made = new ArrayList<>(List.of(photograph.path()));
        options.maps().forEach(map -> made.add(Path.of(map.image().name())));
        Map<String, OutputFile> files = new LinkedHashMap<>();
        for (MaterialMap map : options.maps()) {
            files.put(map.name(), OutputFile.require(names.of(photograph, seed, map.name()), made, leaving.force()));
        }
        return files;
    }

    private boolean isPiped() {
        return output.filter("-"::equals).isPresent();
    }

    private void requirePipe(int images) {
        if (isPiped() && (images > 1 || leaving.keep() || !options.maps().isEmpty())) {
            throw new InputException("-o -: standard output takes one image and nothing else; "
                    + (leaving.keep() ? "leave out --keep" : "name files for several, such as -o {photo}-{seed}.png"));
        }
    }

    private int make(Job job, String place) throws IOException {
        Extract extract = Extract.of(job.found, options.crop(), options.size());
        String words = place + job.photograph + " has " + job.found + " pixels: " + extract.words();
        PictureMaker.Recipe recipe = new PictureMaker.Recipe(
                options.experiment(), of -> changes(of, job, extract), ExtractOptions::optionOf);
        PictureMaker.Wanted wanted =
                new PictureMaker.Wanted(job.file, job.maps, options.size(), options.depth(), words, job.kept);
        return pictures.make(recipe, backend, wanted);
    }

    /** What makes the experiment fit for the photograph. */
    private Map<String, Object> changes(Experiment experiment, Job job, Extract extract) {
        Map<String, Object> changes = new LinkedHashMap<>(options.changes(job.photograph.file(), job.seed, extract));
        changes.put("measures", leaving.keep() && extract.isMeasurable() ? COPYING : List.of());
        if (experiment instanceof SynthesisExperiment synthesis) {
            changes.putAll(CoarseStages.fitFor(synthesis.stages(), options.size(), extract.seen()));
        }
        return changes;
    }

    private static void requireLasting(Original photograph) {
        if (!photograph.file().isLasting()) {
            throw new InputException(
                    "--keep: a run that stays needs its photograph again, and what comes through a pipe is"
                            + " gone; save it to a file first");
        }
    }
}
