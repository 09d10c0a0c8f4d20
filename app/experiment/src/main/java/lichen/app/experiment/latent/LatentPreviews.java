package lichen.app.experiment.latent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lichen.app.experiment.Session;
import lichen.app.experiment.generator.Samples;
import lichen.core.image.Image;
import lichen.core.plugin.FileReference;
import lichen.core.random.RandomStreams;
import lichen.io.file.AtomicFiles;
import lichen.io.image.Depth;
import lichen.io.run.MetricsCsv;
import lichen.io.run.RunDirectory;
import lichen.model.generator.Generation;
import lichen.model.graph.Graph;
import lichen.model.train.PairwiseDiversity;
import lichen.model.weights.WeightsFile;

/**
 * Looks at a generator now and then, always by the same latents, and watches whether its images become alike: a training that has
 * collapsed seldom comes back. The generator of the last look at which they were not is kept in a file.
 */
final class LatentPreviews implements AutoCloseable {
    static final List<String> COLUMNS = List.of("evaluation", "likeness");
    /** Two samples that have as much in common are the same image with other details. */
    static final double ALIKE = 0.5;

    private static final int COUNT = 4;
    private static final int PATIENCE = 3;

    private final Session session;
    private final Generation generation;
    private final RandomStreams streams;
    private final PairwiseDiversity diversity;
    private final MetricsCsv table;
    private long good;
    private int alike;

    /**
     * Previews that go on.
     *
     * @param generation the generator at work
     * @param streams random numbers for the latents
     * @param diversity tells how alike images are
     * @param last the evaluation where the training goes on; what was written later is dropped
     */
    LatentPreviews(
            Session session, Generation generation, RandomStreams streams, PairwiseDiversity diversity, long last)
            throws IOException {
        this.session = session;
        this.generation = generation;
        this.streams = streams;
        this.diversity = diversity;
        this.table = MetricsCsv.resume(file(session.run()), COLUMNS, last);
        table.flush();
        double[] evaluations = MetricsCsv.read(file(session.run())).column(COLUMNS.get(0));
        double[] likeness = MetricsCsv.read(file(session.run())).column(COLUMNS.get(1));
        for (int i = 0; i < likeness.length; i++) {
            count((long) evaluations[i], likeness[i]);
        }
    }

    static Path file(RunDirectory run) {
        return run.folder().resolve("previews.csv");
    }

    private Path kept() {
        return session.run().folder().resolve("good.npz");
    }

    /** The table that belongs to a state. */
    MetricsCsv table() {
        return table;
    }

    /** Looks at the generator as it is now. */
    void look(int evaluations, Graph graph) throws IOException {
        List<Image> made = Samples.of(generation, streams, COUNT);
        String name = String.format(Locale.ROOT, "preview-%05d", evaluations);
        session.images().writePng(Samples.sheet(made), session.run().image(name), Depth.EIGHT_BITS);
        double likeness = diversity.likeness(made);
        count(evaluations, likeness);
        if (good == evaluations) {
            AtomicFiles.write(kept(), new WeightsFile(graph, Map.of())::write);
        }
        table.append(evaluations, likeness);
    }

    /** An untrained generator's images are alike too: that is no collapse. */
    private void count(long evaluations, double likeness) {
        if (likeness <= ALIKE) {
            good = evaluations;
            alike = 0;
        } else if (good > 0) {
            alike++;
        }
    }

    /** Whether images that were different have become alike, and stay so. */
    boolean haveCollapsed() {
        return alike >= PATIENCE;
    }

    /** After how many evaluations they were last seen to be different; 0 for never. */
    long good() {
        return good;
    }

    /** The generator as it was then. */
    Graph goodGraph() throws IOException {
        return WeightsFile.read(FileReference.to(kept())).graph();
    }

    /** Removes what nobody needs any more. */
    void finish() throws IOException {
        Files.deleteIfExists(kept());
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
