package lichen.app.experiment.map;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import lichen.app.experiment.Session;
import lichen.app.experiment.Task;
import lichen.app.experiment.Verdict;
import lichen.app.experiment.Workbench;
import lichen.app.experiment.embedding.Points;
import lichen.app.experiment.report.Markup;
import lichen.app.experiment.report.Section;
import lichen.app.experiment.report.Table;
import lichen.core.image.Resize;
import lichen.core.image.Size;
import lichen.core.npy.Npz;
import lichen.io.data.DataSet;
import lichen.io.data.Patch;
import lichen.io.data.PatchPlan;
import lichen.io.run.InputFile;
import lichen.io.run.RunDirectory;

/**
 * Cuts the patches, describes one after the other, lays them out, and draws the map. An interrupted run goes on with the
 * patch at which it was; layout and drawing are done in one go.
 */
final class TextureMapTask implements Task {
    private static final String MAP = "map";
    private static final int SAVE_EVERY = 50;

    private final TextureMapExperiment experiment;
    private final PatchPlan plan;
    private final PatchDescriber describer;
    private final Workbench workbench;
    private Optional<MapNumbers> numbers = Optional.empty();
    private List<String> notices;

    TextureMapTask(TextureMapExperiment experiment, PatchPlan plan, PatchDescriber describer, Workbench workbench) {
        this.experiment = experiment;
        this.plan = plan;
        this.describer = describer;
        this.workbench = workbench;
        this.notices = plan.notices();
    }

    @Override
    public List<InputFile> inputs() {
        return plan.inputs();
    }

    @Override
    public Verdict run(Session session) throws IOException {
        AtomicBoolean interrupted = new AtomicBoolean();
        session.interruption().accept(() -> interrupted.set(true));
        DataSet set = cut(session);
        List<Patch> patches = chosen(set.patches());
        experiment.requireCount(workbench, patches.size());
        PatchVectors vectors = describe(session, set, patches, interrupted);
        if (vectors.count() < patches.size()) {
            return Verdict.interrupted("interrupted after " + vectors.count() + " of " + patches.size() + " patches");
        }
        Points points = vectors.points();
        Points places = workbench.open(
                "$.embedding", () -> experiment.embedding().embed(points, workbench.random().stream("embedding")));
        List<Thumbnail> thumbnails = thumbnails(set, patches);
        RunDirectory run = session.run();
        new Drawing(thumbnails, places, session.images()).write(run.image(MAP), svg(run));
        MapNumbers found = MapNumbers.of(thumbnails, points, places);
        MapFiles.write(run.folder(), thumbnails, vectors.array(), places);
        numbers = Optional.of(found);
        return Verdict.done(found.sentence(), run.image(MAP));
    }

    @Override
    public List<Section> report(RunDirectory run) throws IOException {
        List<Section> sections = new ArrayList<>();
        if (numbers.isPresent()) {
            sections.add(numbers.get().numbers());
            sections.add(new Markup("Map", Drawing.viewer(svg(run))));
            sections.add(numbers.get().table());
        }
        if (!notices.isEmpty()) {
            List<List<String>> rows = notices.stream().map(List::of).toList();
            sections.add(new Table("Notices", List.of("what was passed over, and why"), rows));
        }
        return sections;
    }

    @Override
    public void close() {
        describer.close();
    }

    private DataSet cut(Session session) throws IOException {
        plan.notices().forEach(session.progress()::message);
        DataSet set = plan.cut(
                session.run().folder().resolve("patches"),
                session.images(),
                (done, total, photograph) -> session.progress()
                        .message("cut photograph " + done + " of " + total + ": " + photograph.name()));
        set.noticesSince(plan).forEach(session.progress()::message);
        notices = set.notices();
        session.progress()
                .message(set.patches().size() + " patches, " + set.rejected().size() + " left out");
        return set;
    }

    /** As many as are wanted, spread evenly: each photograph keeps its share. */
    private List<Patch> chosen(List<Patch> patches) {
        int count = Math.min(patches.size(), experiment.most());
        return IntStream.range(0, count)
                .mapToObj(i -> patches.get((int) ((long) i * patches.size() / count)))
                .toList();
    }

    private PatchVectors describe(Session session, DataSet set, List<Patch> patches, AtomicBoolean interrupted)
            throws IOException {
        Optional<Npz> saved = session.run().checkpoint().load();
        PatchVectors vectors = saved.isPresent() ? PatchVectors.restored(saved.get()) : new PatchVectors();
        while (vectors.count() < patches.size() && !interrupted.get()) {
            Patch patch = patches.get(vectors.count());
            vectors.add(workbench.open("$", () -> describer.vector(set.read(patch))));
            session.progress().update(vectors.count(), patches.size(), "patches", Double.NaN);
            if (vectors.count() % SAVE_EVERY == 0) {
                session.run().checkpoint().save(vectors.state());
            }
        }
        session.run().checkpoint().save(vectors.state());
        return vectors;
    }

    private List<Thumbnail> thumbnails(DataSet set, List<Patch> patches) throws IOException {
        int side = experiment.thumbnail().orElse(Drawing.sideFor(patches.size()));
        Map<String, String> sources =
                SourceNames.shortened(patches.stream().map(Patch::source).toList());
        List<Thumbnail> thumbnails = new ArrayList<>();
        for (Patch patch : patches) {
            String source = sources.getOrDefault(patch.source(), patch.source());
            thumbnails.add(new Thumbnail(patch.name(), source, Resize.fit(set.read(patch), new Size(side, side))));
        }
        return thumbnails;
    }

    private static Path svg(RunDirectory run) {
        return run.folder().resolve(MAP + ".svg");
    }
}
