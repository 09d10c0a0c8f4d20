package lichen.app.experiment.latent;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import lichen.app.experiment.Session;
import lichen.app.experiment.drawing.PictureGrid;
import lichen.app.experiment.generator.Subject;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.random.NormalDeviates;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.TensorScope;
import lichen.io.image.Depth;
import lichen.model.generator.Generation;
import lichen.model.generator.Generator;
import lichen.model.generator.PeriodicGenerator;

/**
 * The textures of a generator by its global latents: a plane of them, all else the same; a walk from one to another; and images in
 * which they change from place to place.
 *
 * @param size extents of a sample
 */
record Manifold(Size size) implements LatentDrawing {
    private static final String PLANE = "manifold";
    private static final String WALK = "walk";
    private static final String MIXTURE = "mixture";
    private static final int STEPS = 5;
    private static final int WALKED = 7;
    private static final int WIDER = 4;

    @Override
    public List<Subject.Shown> pictures() {
        return List.of(
                new Subject.Shown(PLANE, "the manifold: two directions of the global latents, across and down"),
                new Subject.Shown(WALK, "a walk from one texture to another"),
                new Subject.Shown(MIXTURE, "two textures that pass into each other, and back"));
    }

    /** Draws them; nothing where there are no global latents. */
    @Override
    public void draw(Generator generator, RandomStreams random, Session session) throws IOException {
        if (!generator.vectors().contains(PeriodicGenerator.GLOBAL)) {
            return;
        }
        float[] first = global(generator, random.stream("first"));
        float[] second = global(generator, random.stream("second"));
        try (TensorScope scope = new TensorScope()) {
            Generation generation = Generation.of(generator, 1, size, scope);
            generation.draw(random, 0);
            write(PLANE, plane(generation, first, second), session);
            write(WALK, walk(generation, first, second), session);
            Size wide = new Size(WIDER * size.width(), size.height());
            Generation varying = Generation.varying(generator, wide, scope);
            varying.draw(random, 0);
            Image mixture = mixture(varying, generator.stride(), first, second);
            session.images().writePng(mixture, session.run().image(MIXTURE), Depth.EIGHT_BITS);
        }
    }

    private static float[] global(Generator generator, RandomGenerator random) {
        int numbers = generator.graph().inputs().stream()
                .filter(input -> input.name().equals(PeriodicGenerator.GLOBAL))
                .mapToInt(input -> input.channels())
                .findFirst()
                .orElseThrow();
        return NormalDeviates.deviates(numbers, random);
    }

    private static List<List<Image>> plane(Generation generation, float[] first, float[] second) {
        List<List<Image>> rows = new ArrayList<>();
        for (int row = 0; row < STEPS; row++) {
            List<Image> images = new ArrayList<>();
            for (int column = 0; column < STEPS; column++) {
                images.add(of(generation, sum(first, axis(column), second, axis(row))));
            }
            rows.add(images);
        }
        return rows;
    }

    /** From -1 to 1. */
    private static double axis(int step) {
        return 2.0 * step / (STEPS - 1) - 1;
    }

    /** Along the arc between the two, where samples are as likely as at its ends. */
    private static List<List<Image>> walk(Generation generation, float[] first, float[] second) {
        List<Image> images = new ArrayList<>();
        for (int step = 0; step < WALKED; step++) {
            double angle = Math.PI / 2 * step / (WALKED - 1);
            images.add(of(generation, sum(first, Math.cos(angle), second, Math.sin(angle))));
        }
        return List.of(images);
    }

    private static Image of(Generation generation, float[] global) {
        return generation.images(Map.of(PeriodicGenerator.GLOBAL, global)).get(0);
    }

    /** The latents go from one to the other and back once, so that it tiles. */
    private static Image mixture(Generation generation, int stride, float[] first, float[] second) {
        int columns = generation.size().width() / stride;
        int rows = generation.size().height() / stride;
        float[] maps = new float[rows * columns * first.length];
        for (int i = 0; i < rows * columns; i++) {
            double angle = Math.PI / 4 * (1 - Math.cos(2 * Math.PI * (i % columns) / columns));
            float[] here = sum(first, Math.cos(angle), second, Math.sin(angle));
            System.arraycopy(here, 0, maps, i * here.length, here.length);
        }
        return of(generation, maps);
    }

    private static float[] sum(float[] first, double ofFirst, float[] second, double ofSecond) {
        float[] sum = new float[first.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (float) (ofFirst * first[i] + ofSecond * second[i]);
        }
        return sum;
    }

    private void write(String name, List<List<Image>> rows, Session session) throws IOException {
        List<List<PictureGrid.Cell>> cells = rows.stream()
                .map(row -> row.stream()
                        .map(image -> new PictureGrid.Cell(image, ""))
                        .toList())
                .toList();
        session.images()
                .writePng(
                        new PictureGrid(List.of(), cells).draw(size),
                        session.run().image(name),
                        Depth.EIGHT_BITS);
    }
}
