package lichen.app.experiment.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lichen.app.experiment.OpenObjective;
import lichen.app.experiment.Recolouring;
import lichen.app.experiment.Session;
import lichen.app.experiment.TextureExperiment;
import lichen.app.experiment.drawing.PictureGrid;
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.core.loop.Minimum;
import lichen.core.optimizer.Objective;
import lichen.core.tensor.TensorScope;
import lichen.io.image.Depth;
import lichen.model.generator.Generation;
import lichen.model.generator.Generator;
import lichen.model.train.Lesson;

/** Pictures made again in the style of a photograph. */
final class Restyled implements Subject {
    private static final String TARGET = "target";
    /** A step that is never taken: what is looked at is not learned from, unless by chance. */
    private static final long LOOKED_AT = -1;

    private final FastStyleExperiment experiment;
    private final OpenObjective asked;
    private final Practice practice;

    /** Pictures with whose texture an open objective is content. */
    Restyled(FastStyleExperiment experiment, OpenObjective asked, Practice practice) {
        this.experiment = experiment;
        this.asked = asked;
        this.practice = practice;
    }

    /** What it learns: each image by itself, and all of a step together. */
    Lesson lesson() {
        List<ContentDifference> wanted = new ArrayList<>();
        return new Lesson() {
            @Override
            public void prepare(long step, Generation generation) {
                List<Image> parts = practice.at(step, generation.images());
                generation.show(parts);
                wanted.clear();
                parts.forEach(part -> wanted.add(ContentDifference.to(Recolouring.of(part, asked.photograph()))));
            }

            @Override
            public Objective asked(long step, int image) {
                Objective texture = texture((int) step / experiment.round());
                return (pixels, gradient) -> {
                    double value = texture.at(pixels, gradient);
                    return value + wanted.get(image).add(experiment.content(), pixels, gradient);
                };
            }
        };
    }

    private Objective texture(int round) {
        try {
            return asked.in(round);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Picture> photographs() {
        return Stream.concat(Stream.of(experiment.target()), experiment.contents().stream())
                .toList();
    }

    @Override
    public Map<String, String> told(View view, Map<String, Minimum> minima) {
        return view.told(experiment.size());
    }

    @Override
    public String remedy() {
        return OneTexture.REMEDY;
    }

    /** What it is given stands above what it makes of it; pictures differ by what they are made of. */
    @Override
    public View view(Generation generation) {
        List<Image> parts = practice.at(LOOKED_AT, 4 * generation.images());
        List<PictureGrid.Cell> above = new ArrayList<>();
        List<PictureGrid.Cell> below = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            List<Image> shown = parts.subList(i * generation.images(), (i + 1) * generation.images());
            generation.show(shown);
            above.add(new PictureGrid.Cell(shown.get(0), ""));
            below.add(new PictureGrid.Cell(
                    generation.images(Generation.samples(experiment.seed()), 0).get(0), ""));
        }
        return new View(new PictureGrid(List.of(), List.of(above, below)).draw(experiment.size()), 0);
    }

    @Override
    public void begin(Session session) throws IOException {
        session.images().writePng(asked.photograph(), session.run().image(TARGET), Depth.EIGHT_BITS);
    }

    @Override
    public View finish(Generator trained, View last, Session session) throws IOException {
        try (TensorScope scope = new TensorScope()) {
            Image sheet =
                    view(Generation.of(trained, 1, experiment.size(), scope)).sheet();
            session.images().writePng(sheet, session.run().image(TextureExperiment.RESULT), Depth.EIGHT_BITS);
        }
        return last;
    }

    @Override
    public List<Shown> pictures() {
        return List.of(
                new Shown(TARGET, "the photograph whose style is learned"),
                new Shown(TextureExperiment.RESULT, "pictures above what becomes of them"));
    }
}
