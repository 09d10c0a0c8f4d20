package lichen.app.experiment.mixing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToDoubleFunction;
import lichen.app.experiment.Session;
import lichen.app.experiment.Task;
import lichen.app.experiment.Verdict;
import lichen.app.experiment.drawing.PictureGrid;
import lichen.app.experiment.report.Pictures;
import lichen.app.experiment.report.ReportPicture;
import lichen.app.experiment.report.Section;
import lichen.app.experiment.report.Table;
import lichen.app.quality.Mean;
import lichen.core.image.Image;
import lichen.io.file.CsvFile;
import lichen.io.image.Depth;
import lichen.io.run.RunDirectory;
import lichen.model.generator.Generator;

/** Makes the images on all ways, measures them, and draws them. It takes a minute, so that one that was interrupted is begun anew. */
final class LatentWalkTask implements Task {
    private static final String FIGURE = "latent-walk";
    private static final String NUMBERS = "latent-walk.csv";

    private final LatentWalk experiment;
    private final Walks walks;
    private final Map<String, Generator> generators;
    private final Yardstick yardstick;
    private final Map<String, List<Passage>> passages = new LinkedHashMap<>();

    LatentWalkTask(LatentWalk experiment, Walks walks, Map<String, Generator> generators, Yardstick yardstick) {
        this.experiment = experiment;
        this.walks = walks;
        this.generators = generators;
        this.yardstick = yardstick;
    }

    @Override
    public Verdict run(Session session) throws IOException {
        AtomicBoolean stopped = new AtomicBoolean();
        session.interruption().accept(() -> stopped.set(true));
        int all = generators.size() * experiment.walks();
        List<List<PictureGrid.Cell>> rows = new ArrayList<>();
        for (Map.Entry<String, Generator> generator : generators.entrySet()) {
            for (int walk = 0; walk < experiment.walks(); walk++) {
                if (stopped.get()) {
                    return Verdict.interrupted("interrupted after " + rows.size() + " of " + all + " ways");
                }
                List<Image> images = walks.of(generator.getValue(), walk);
                Passage passage = measured(images);
                passages.computeIfAbsent(generator.getKey(), name -> new ArrayList<>())
                        .add(passage);
                rows.add(row(generator.getKey(), images, passage));
                session.progress().update(rows.size(), all, "ways", Double.NaN);
            }
        }
        RunDirectory run = session.run();
        Image drawn = new PictureGrid(List.of(), rows).draw(walks.size());
        session.images().writePng(drawn, run.image(FIGURE), Depth.EIGHT_BITS);
        CsvFile.write(run.folder().resolve(NUMBERS), numbers());
        return Verdict.done(all + " ways by " + generators.size() + " generators", run.image(FIGURE));
    }

    private Passage measured(List<Image> images) {
        List<List<Double>> ofThePhotograph =
                images.stream().map(image -> List.of(1.0)).toList();
        return yardstick.of(images, ofThePhotograph);
    }

    private static List<PictureGrid.Cell> row(String name, List<Image> images, Passage passage) {
        List<PictureGrid.Cell> row = new ArrayList<>();
        for (int step = 0; step < images.size(); step++) {
            String miss = text(passage.misses().get(step));
            row.add(new PictureGrid.Cell(images.get(step), step == 0 ? name + " " + miss : miss));
        }
        return row;
    }

    private List<List<String>> numbers() {
        List<List<String>> rows =
                new ArrayList<>(List.of(List.of("generator", "walk", "worst", "ends", "path", "longest")));
        passages.forEach((name, ways) -> {
            for (int walk = 0; walk < ways.size(); walk++) {
                Passage way = ways.get(walk);
                List<String> row = new ArrayList<>(List.of(name, Integer.toString(walk + 1)));
                for (double number : new double[] {way.worst(), way.ends(), way.path(), way.longest()}) {
                    row.add(Double.toString(number));
                }
                rows.add(row);
            }
        });
        return rows;
    }

    @Override
    public List<Section> report(RunDirectory run) throws IOException {
        List<Section> sections = new ArrayList<>();
        sections.add(Pictures.of(new ReportPicture("from sample to sample through latents", run.image(FIGURE))));
        if (!passages.isEmpty()) {
            List<List<String>> rows = new ArrayList<>();
            passages.forEach((name, ways) -> rows.add(List.of(
                    name,
                    mean(ways, Passage::worst),
                    mean(ways, way -> way.worst() / way.ends()),
                    mean(ways, Passage::path),
                    mean(ways, Passage::longest))));
            sections.add(new Table(
                    "The ways (how far an image is from the photograph, over the floor; geometric means over the ways)",
                    List.of(
                            "generator",
                            "worst on the way",
                            "over the mean of the ends",
                            "path over chord",
                            "longest step over mean"),
                    rows));
        }
        return sections;
    }

    private static String mean(List<Passage> ways, ToDoubleFunction<Passage> number) {
        return text(Mean.GEOMETRIC.of(ways.stream().mapToDouble(number)).orElse(Double.NaN));
    }

    private static String text(double number) {
        return Double.isFinite(number) ? String.format(Locale.ROOT, "%.2f", number) : "-";
    }

    @Override
    public void close() {
        yardstick.close();
    }
}
