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
import lichen.core.loop.Minimum;
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

    /** What keeps images of a photograph apart. */
    static final String REMEDY = "give diversity more weight, stop earlier, or lower the learning rate";

    private final TextureNetworkExperiment experiment;
    private final OpenObjective asked;
    private final Seen seen;
    private final PairwiseDiversity diversity;

    /** Images that an open objective is content with. */
    OneTexture(TextureNetworkExperiment experiment, OpenObjective asked, Seen seen) {
        this.experiment = experiment;
        this.asked = asked;
        this.seen = seen;
        this.diversity = PairwiseDiversity.of(experiment.diversity(), asked.photograph());
    }

    private Size size() {
        return asked.size();
    }

    /** What it learns: each image by itself, and all of a step together. */
    Lesson lesson() {
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
    public Map<String, String> told(View view, Map<String, Minimum> minima) {
        return view.told(size());
    }

    @Override
    public String remedy() {
        return REMEDY;
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
    public View finish(Generator trained, View last, Session session) throws IOException {
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
        return last;
    }

    @Override
    public List<Shown> pictures() {
        return List.of(
                new Shown(TARGET, "the photograph"),
                new Shown(TextureExperiment.RESULT, "the first sample"),
                new Shown(SAMPLES, "samples"),
                new Shown(TILED, "the first of them, tiled 2 x 2"));
    }
}
