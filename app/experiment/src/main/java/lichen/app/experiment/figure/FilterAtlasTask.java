package lichen.app.experiment.figure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lichen.app.experiment.Session;
import lichen.app.experiment.Task;
import lichen.app.experiment.Verdict;
import lichen.app.experiment.drawing.PictureGrid;
import lichen.app.experiment.report.Entry;
import lichen.app.experiment.report.Numbers;
import lichen.app.experiment.report.Pictures;
import lichen.app.experiment.report.ReportPicture;
import lichen.app.experiment.report.Section;
import lichen.core.loop.Ending;
import lichen.core.loop.Loop;
import lichen.core.loop.LoopState;
import lichen.core.loop.Minimum;
import lichen.core.loop.Step;
import lichen.core.loop.StepListener;
import lichen.core.tensor.TensorScope;
import lichen.io.image.Depth;
import lichen.io.image.ImageCodec;
import lichen.io.run.MetricsCsv;
import lichen.io.run.RunDirectory;

/**
 * Draws the images of a layer's channels one after the other, and the atlas from their files. A row of numbers is written
 * after the image that it tells of, so that the rows tell which images are done.
 */
final class FilterAtlasTask implements Task {
    private static final String ATLAS = "atlas";

    private final FilterAtlas experiment;
    private final List<Integer> channels;
    private final Excitation excitation;

    FilterAtlasTask(FilterAtlas experiment, List<Integer> channels, Excitation excitation) {
        this.experiment = experiment;
        this.channels = channels;
        this.excitation = excitation;
    }

    @Override
    public Verdict run(Session session) throws IOException {
        RunDirectory run = session.run();
        List<FilterTile> tiles = new ArrayList<>(tiles(run.metrics()));
        try (MetricsCsv metrics = MetricsCsv.resume(run.metrics(), FilterTile.COLUMNS, tiles.size())) {
            while (tiles.size() < channels.size()) {
                Optional<FilterTile> tile = draw(channels.get(tiles.size()), tiles.size(), session);
                if (tile.isEmpty()) {
                    drawAtlas(tiles, session);
                    return Verdict.interrupted("interrupted; the " + tiles.size() + " images that are done are kept");
                }
                tiles.add(tile.orElseThrow());
                metrics.append(tiles.size(), tile.orElseThrow().numbers());
                metrics.flush();
            }
        }
        drawAtlas(tiles, session);
        long silent = tiles.stream().filter(FilterTile::isSilent).count();
        String message = tiles.size() + " channels of " + experiment.layer() + " drawn";
        return Verdict.done(silent > 0 ? message + "; " + silent + " silent" : message, run.image(ATLAS));
    }

    /** Draws one image; nothing if the user interrupts. */
    private Optional<FilterTile> draw(int channel, int done, Session session) throws IOException {
        Follower follower = new Follower(done, session);
        Loop loop = new Loop(experiment.stop(), follower);
        session.interruption().accept(loop::requestStop);
        try (TensorScope scope = new TensorScope()) {
            LoopState start = LoopState.at(excitation.start(channel, scope));
            Minimum minimum = loop.run(experiment.optimizer(), excitation.of(channel, scope), start);
            if (minimum.ending() == Ending.STOPPED) {
                return Optional.empty();
            }
            FilterTile tile = new FilterTile(channel, -minimum.loss(), follower.largestGradient);
            session.images()
                    .writePng(excitation.image(minimum.point()), session.run().image(tile.image()), Depth.EIGHT_BITS);
            return Optional.of(tile);
        }
    }

    /** The images that are done, by their numbers. */
    static List<FilterTile> tiles(Path metrics) throws IOException {
        return Files.exists(metrics)
                ? MetricsCsv.read(metrics).rows().stream().map(FilterTile::of).toList()
                : List.of();
    }

    private void drawAtlas(List<FilterTile> tiles, Session session) throws IOException {
        if (tiles.isEmpty()) {
            return;
        }
        ImageCodec images = session.images();
        RunDirectory run = session.run();
        List<List<PictureGrid.Cell>> rows = new ArrayList<>();
        for (int i = 0; i < tiles.size(); i++) {
            if (i % experiment.columns() == 0) {
                rows.add(new ArrayList<>());
            }
            FilterTile tile = tiles.get(i);
            rows.get(rows.size() - 1).add(new PictureGrid.Cell(images.read(run.image(tile.image())), tile.caption()));
        }
        images.writePng(new PictureGrid(List.of(), rows).draw(experiment.size()), run.image(ATLAS), Depth.EIGHT_BITS);
    }

    @Override
    public List<Section> report(RunDirectory run) throws IOException {
        List<FilterTile> tiles = tiles(run.metrics());
        long silent = tiles.stream().filter(FilterTile::isSilent).count();
        return List.of(
                Pictures.of(new ReportPicture(ATLAS, run.image(ATLAS))),
                new Numbers(List.of(
                        new Entry("layer", experiment.layer()),
                        new Entry("channels drawn", tiles.size() + " of " + channels.size()),
                        new Entry("silent channels", Long.toString(silent)))));
    }

    @Override
    public void close() {
        excitation.close();
    }

    /** Tells the progress of all images together, and keeps the largest gradient of this one. */
    private final class Follower implements StepListener {
        private final int done;
        private final Session session;
        private double largestGradient;

        Follower(int done, Session session) {
            this.done = done;
            this.session = session;
        }

        @Override
        public void evaluated(Step step) {
            largestGradient = Math.max(largestGradient, step.gradientNorm());
            long each = experiment.stop().evaluations();
            session.progress()
                    .update(done * each + step.evaluation(), channels.size() * each, "evaluations", step.loss());
        }

        @Override
        public void noticed(String message) {
            session.progress().message(message);
        }
    }
}
