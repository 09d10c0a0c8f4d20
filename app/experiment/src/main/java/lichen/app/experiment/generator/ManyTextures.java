package lichen.app.experiment.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import lichen.app.experiment.OpenObjective;
import lichen.app.experiment.Session;
import lichen.app.experiment.TextureExperiment;
import lichen.app.experiment.drawing.PictureGrid;
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.core.image.Size;
import lichen.core.loop.Minimum;
import lichen.core.optimizer.Objective;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.TensorScope;
import lichen.io.image.Depth;
import lichen.model.generator.Generation;
import lichen.model.generator.Generator;
import lichen.model.generator.KnownPhotographs;
import lichen.model.train.Lesson;
import lichen.model.train.PairwiseDiversity;

/** Images with the texture of one of many photographs, whose vector the generator is given. */
final class ManyTextures implements Subject {
    /** Images of a photograph in a step: two, so that they can be kept apart. */
    static final int OF_EACH = 2;

    private static final String BETWEEN = "between";
    private static final String DRAWN = "new";
    private static final int STEPS = 5;

    private final ConditionalGeneratorExperiment experiment;
    private final List<OpenObjective> asked;
    private final KnownPhotographs known;
    private final RandomStreams random;
    private final List<PairwiseDiversity> diversities;

    /**
     * Images that open objectives are content with.
     *
     * @param asked one for each photograph
     * @param random for the order of photographs
     */
    ManyTextures(
            ConditionalGeneratorExperiment experiment,
            List<OpenObjective> asked,
            KnownPhotographs known,
            RandomStreams random) {
        this.experiment = experiment;
        this.asked = List.copyOf(asked);
        this.known = known;
        this.random = random;
        this.diversities = asked.stream()
                .map(of -> PairwiseDiversity.of(experiment.diversity(), of.photograph()))
                .toList();
    }

    private Size size() {
        return asked.get(0).size();
    }

    /** The photographs that a step learns from, each two images of the batch. */
    private int[] drawn(long step) {
        RandomGenerator stream = random.stream("photographs of step " + step);
        return stream.ints(experiment.batch() / OF_EACH, 0, asked.size()).toArray();
    }

    private float[] vector(int photograph) {
        return Objects.requireNonNull(known.vectors().get(experiment.name(photograph)));
    }

    /** What it learns: each image by itself, and all of a step together. */
    Lesson lesson() {
        return new Lesson() {
            @Override
            public Objective asked(long step, int image) {
                try {
                    Objective loss = asked.get(drawn(step)[image / OF_EACH]).in((int) step / experiment.round());
                    return experiment.level() > 0 ? new Levelled(loss, experiment.level()) : loss;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void prepare(long step, Generation generation) {
                int[] drawn = drawn(step);
                for (int i = 0; i < experiment.batch(); i++) {
                    generation.mean(i, vector(drawn[i / OF_EACH]));
                }
            }

            @Override
            public double together(long step, float[] images, float[] gradient) {
                int[] drawn = drawn(step);
                double sum = 0;
                for (int i = 0; i < drawn.length; i++) {
                    PairwiseDiversity.Group group =
                            new PairwiseDiversity.Group(i * OF_EACH, OF_EACH, experiment.batch());
                    sum += diversities.get(drawn[i]).add(images, group, gradient);
                }
                return sum;
            }
        };
    }

    @Override
    public List<Picture> photographs() {
        return experiment.photographs();
    }

    @Override
    public Map<String, String> told(View view, Map<String, Minimum> minima) {
        Map<String, String> texts = view.told(size());
        texts.putAll(known.texts());
        texts.put(PhotographDescription.SEEN, asked.get(0).photograph().size().toString());
        return texts;
    }

    @Override
    public String remedy() {
        return OneTexture.REMEDY;
    }

    @Override
    public View view(Generation generation) {
        List<List<PictureGrid.Cell>> rows = new ArrayList<>();
        double likeness = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < asked.size(); k++) {
            List<Image> made = made(generation, vector(k));
            likeness = Math.max(likeness, diversities.get(k).likeness(made));
            List<PictureGrid.Cell> row = new ArrayList<>();
            row.add(new PictureGrid.Cell(asked.get(k).photograph(), experiment.name(k)));
            made.forEach(image -> row.add(new PictureGrid.Cell(image, "")));
            rows.add(row);
        }
        return new View(new PictureGrid(List.of(), beside(rows)).draw(size()), likeness);
    }

    /** Two rows in one, since the sheet would else be high and narrow. */
    private static List<List<PictureGrid.Cell>> beside(List<List<PictureGrid.Cell>> rows) {
        List<List<PictureGrid.Cell>> wide = new ArrayList<>();
        for (int i = 0; i < rows.size(); i += 2) {
            List<PictureGrid.Cell> row = new ArrayList<>(rows.get(i));
            if (i + 1 < rows.size()) {
                row.addAll(rows.get(i + 1));
            }
            wide.add(row);
        }
        return wide;
    }

    /** Two images of a vector. */
    private List<Image> made(Generation generation, float[] vector) {
        for (int i = 0; i < generation.images(); i++) {
            generation.mean(i, vector);
        }
        List<Image> made = new ArrayList<>();
        while (made.size() < OF_EACH) {
            made.addAll(generation.images(Generation.samples(experiment.seed()), made.size()));
        }
        return made.subList(0, OF_EACH);
    }

    @Override
    public void begin(Session session) {
        // The photographs stand beside the samples.
    }

    @Override
    public View finish(Generator trained, View last, Session session) throws IOException {
        try (TensorScope scope = new TensorScope()) {
            Generation generation = Generation.of(trained, 1, size(), scope);
            write(view(generation).sheet(), TextureExperiment.RESULT, session);
            List<List<PictureGrid.Cell>> between = new ArrayList<>();
            for (int k = 0; k + 1 < asked.size(); k += 2) {
                between.add(between(generation, k));
            }
            if (!between.isEmpty()) {
                write(new PictureGrid(List.of(), between).draw(size()), BETWEEN, session);
            }
            List<PictureGrid.Cell> drawn = new ArrayList<>();
            for (int i = 0; i < STEPS; i++) {
                float[] vector = known.drawn(random.stream("drawn " + i));
                drawn.add(new PictureGrid.Cell(made(generation, vector).get(0), ""));
            }
            write(new PictureGrid(List.of(), List.of(drawn)).draw(size()), DRAWN, session);
        }
        return last;
    }

    private List<PictureGrid.Cell> between(Generation generation, int first) {
        List<PictureGrid.Cell> row = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            double part = i / (STEPS - 1.0);
            float[] vector =
                    KnownPhotographs.mixture(List.of(vector(first), vector(first + 1)), new double[] {1 - part, part});
            row.add(new PictureGrid.Cell(made(generation, vector).get(0), ""));
        }
        return row;
    }

    private static void write(Image sheet, String name, Session session) throws IOException {
        session.images().writePng(sheet, session.run().image(name), Depth.EIGHT_BITS);
    }

    @Override
    public List<Shown> pictures() {
        return List.of(
                new Shown(TextureExperiment.RESULT, "each photograph beside two samples"),
                new Shown(BETWEEN, "from one photograph to the next"),
                new Shown(DRAWN, "mixtures drawn at random"));
    }
}
