package lichen.app.experiment.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import lichen.app.experiment.OpenObjective;
import lichen.app.experiment.Seen;
import lichen.app.experiment.Session;
import lichen.app.experiment.TextureExperiment;
import lichen.app.experiment.Tiling;
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.core.image.Size;
import lichen.core.optimizer.Objective;
import lichen.io.image.Depth;
import lichen.model.generator.Generation;
import lichen.model.generator.Generator;
import lichen.model.train.Lesson;
import lichen.model.train.PairwiseDiversity;

/** Images with the texture of one photograph. */
final class OneTexture implements Subject {
    private static final String TARGET = "target";
    private static final String SAMPLES = "samples";
    private static final String TILED = "tiled";

    private final TextureNetworkExperiment experiment;
    private final OpenObjective asked;
    private final Generator fresh;
    private final Seen seen;
    private final PairwiseDiversity diversity;

    /** Images that an open objective is content with; it is closed with this. */
    OneTexture(TextureNetworkExperiment experiment, OpenObjective asked, Generator fresh, Seen seen) {
        this.experiment = experiment;
        this.asked = asked;
        this.fresh = fresh;
        this.seen = seen;
        this.diversity = PairwiseDiversity.of(experiment.diversity(), asked.photograph());
    }

    @Override
    public Generator fresh() {
        return fresh;
    }

    @Override
    public Size size() {
        return asked.size();
    }

    @Override
    public Lesson lesson() {
        int batch = experiment.batch();
        return new Lesson() {
            @Override
            public Objective asked(long step, int image) {
                try {
                    return asked.in((int) step / experiment.round());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public double together(long step, float[] images, float[] gradient) {
                return diversity.add(images, new PairwiseDiversity.Group(0, batch, batch), gradient);
            }
        };
    }

    @Override
    public List<Picture> photographs() {
        return List.of(experiment.target());
    }

    @Override
    public Map<String, String> told() {
        return Map.of();
    }

    @Override
    public View view(Generation generation) {
        List<Image> made = Samples.of(generation, experiment.seed());
        return new View(Samples.sheet(made), diversity.likeness(made));
    }

    @Override
    public void begin(Session session) throws IOException {
        session.images().writePng(asked.photograph(), session.run().image(TARGET), Depth.EIGHT_BITS);
    }

    @Override
    public void finish(Generator trained, Session session) throws IOException {
        List<Image> made = Samples.of(trained, size(), experiment.seed());
        Image first = made.get(0);
        session.images()
                .keepPng(
                        first,
                        session.run().image(TextureExperiment.RESULT),
                        experiment.output().depth(),
                        seen.text());
        session.images().writePng(Samples.sheet(made), session.run().image(SAMPLES), Depth.EIGHT_BITS);
        session.images().writePng(Tiling.twoByTwo(first), session.run().image(TILED), Depth.EIGHT_BITS);
    }

    @Override
    public List<String> pictures() {
        return List.of(TARGET, TextureExperiment.RESULT, SAMPLES, TILED);
    }

    @Override
    public void close() {
        asked.close();
    }
}
