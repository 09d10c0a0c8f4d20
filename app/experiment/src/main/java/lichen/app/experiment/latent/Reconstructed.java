package lichen.app.experiment.latent;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lichen.app.experiment.Session;
import lichen.app.experiment.drawing.PictureGrid;
import lichen.app.experiment.generator.Subject;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.TensorScope;
import lichen.io.image.Depth;
import lichen.model.generator.Generation;
import lichen.model.generator.Generator;
import lichen.model.train.VariationalLearner;

/**
 * What becomes of patches by way of their latents, and what lies between those of two.
 *
 * @param learner encoder and decoder
 * @param crops what they have learned from
 * @param batch patches that are encoded at once
 */
record Reconstructed(VariationalLearner learner, Crops crops, int batch) implements LatentDrawing {
    private static final String RECONSTRUCTIONS = "reconstructions";
    private static final String INTERPOLATION = "interpolation";
    private static final int STEPS = 7;

    @Override
    public List<Subject.Shown> pictures() {
        return List.of(
                new Subject.Shown(RECONSTRUCTIONS, "patches above their reconstructions"),
                new Subject.Shown(INTERPOLATION, "from the latents of one patch to those of another, evenly"));
    }

    @Override
    public void draw(Generator generator, RandomStreams random, Session session) throws IOException {
        List<Image> examples =
                crops.examples(batch * ((STEPS + batch - 1) / batch)).subList(0, Math.max(STEPS, batch));
        List<PictureGrid.Cell> above = new ArrayList<>();
        List<PictureGrid.Cell> below = new ArrayList<>();
        for (int first = 0; first + batch <= examples.size(); first += batch) {
            float[] made = learner.reconstruct(crops.joined(examples.subList(first, first + batch)));
            for (int i = 0; i < batch; i++) {
                above.add(new PictureGrid.Cell(examples.get(first + i), ""));
                below.add(new PictureGrid.Cell(part(made, i), ""));
            }
        }
        write(RECONSTRUCTIONS, List.of(above, below), session);
        write(INTERPOLATION, List.of(interpolation()), session);
    }

    /** The latents of the first two examples, and what lies between. */
    private List<PictureGrid.Cell> interpolation() {
        List<Image> ends = crops.examples(2);
        Map<String, float[]> from = encode(ends.get(0));
        Map<String, float[]> to = encode(ends.get(1));
        List<PictureGrid.Cell> cells = new ArrayList<>();
        cells.add(new PictureGrid.Cell(ends.get(0), ""));
        try (TensorScope scope = new TensorScope()) {
            Generation generation =
                    Generation.of(Generator.of(learner.decoder()), 1, new Size(crops.side(), crops.side()), scope);
            for (int step = 0; step < STEPS; step++) {
                Map<String, float[]> between = between(from, to, step / (STEPS - 1f));
                cells.add(new PictureGrid.Cell(generation.images(between).get(0), ""));
            }
        }
        cells.add(new PictureGrid.Cell(ends.get(1), ""));
        return cells;
    }

    /** The latents of one image: a batch of it is looked at. */
    private Map<String, float[]> encode(Image image) {
        List<Image> same = new ArrayList<>();
        for (int i = 0; i < batch; i++) {
            same.add(image);
        }
        Map<String, float[]> one = new HashMap<>();
        learner.encode(crops.joined(same)).forEach((name, numbers) -> {
            float[] first = new float[numbers.length / batch];
            System.arraycopy(numbers, 0, first, 0, first.length);
            one.put(name, first);
        });
        return one;
    }

    private static Map<String, float[]> between(Map<String, float[]> from, Map<String, float[]> to, float share) {
        Map<String, float[]> between = new HashMap<>();
        from.forEach((name, numbers) -> {
            float[] end = Objects.requireNonNull(to.get(name));
            float[] middle = new float[numbers.length];
            for (int i = 0; i < middle.length; i++) {
                middle[i] = (1 - share) * numbers[i] + share * end[i];
            }
            between.put(name, middle);
        });
        return between;
    }

    private Image part(float[] images, int image) {
        int each = images.length / batch;
        float[] part = new float[each];
        System.arraycopy(images, image * each, part, 0, each);
        return Image.of(crops.side(), crops.side(), part);
    }

    private void write(String name, List<List<PictureGrid.Cell>> rows, Session session) throws IOException {
        Image drawn = new PictureGrid(List.of(), rows).draw(new Size(crops.side(), crops.side()));
        session.images().writePng(drawn, session.run().image(name), Depth.EIGHT_BITS);
    }
}
