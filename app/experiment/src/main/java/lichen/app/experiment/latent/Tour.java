package lichen.app.experiment.latent;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lichen.app.experiment.Session;
import lichen.app.experiment.TextureExperiment;
import lichen.app.experiment.Tiling;
import lichen.app.experiment.generator.Samples;
import lichen.app.experiment.generator.Subject;
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.core.image.Size;
import lichen.core.loop.Minimum;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.TensorScope;
import lichen.io.image.Depth;
import lichen.model.generator.Generation;
import lichen.model.generator.Generator;
import lichen.model.train.PairwiseDiversity;

/**
 * What every generator with latents is looked at by: samples of the size of its training, one of twice that, one laid out, and a drawing
 * of its latents.
 *
 * @param experiment the training
 * @param crops what it learns from
 * @param random the experiment's random numbers
 * @param drawing of its latents
 */
record Tour(LatentExperiment experiment, Crops crops, RandomStreams random, LatentDrawing drawing) implements Subject {
    private static final String SAMPLES = "samples";
    private static final String TILED = "tiled";
    private static final int COUNT = 6;
    private static final int LOOKED_AT = 4;

    @Override
    public List<Picture> photographs() {
        return experiment.photographs();
    }

    @Override
    public void begin(Session session) {
        // What it learns from is cut anew at each step.
    }

    @Override
    public View view(Generation generation) {
        return view(Samples.of(generation, samples(), LOOKED_AT));
    }

    private RandomStreams samples() {
        return random.part(SAMPLES);
    }

    /** As alike as images may be is told by the variance of a patch. */
    private View view(List<Image> made) {
        List<Image> examples = crops.examples(Math.max(8, crops.photographs().size()));
        double sum = 0;
        for (Image example : examples) {
            sum += PairwiseDiversity.of(1, example).variance() / examples.size();
        }
        return new View(Samples.sheet(made), new PairwiseDiversity(1, sum).likeness(made));
    }

    @Override
    public View finish(Generator trained, View last, Session session) throws IOException {
        List<Image> samples;
        try (TensorScope scope = new TensorScope()) {
            samples = Samples.of(Generation.of(trained, 1, experiment.size(), scope), samples(), COUNT);
            Size twice = new Size(2 * experiment.patch(), 2 * experiment.patch());
            Image large =
                    Generation.of(trained, 1, twice, scope).images(samples(), 0).get(0);
            Depth depth = experiment.output().depth();
            session.images().writePng(large, session.run().image(TextureExperiment.RESULT), depth);
        }
        View view = view(samples);
        session.images().writePng(view.sheet(), session.run().image(SAMPLES), Depth.EIGHT_BITS);
        session.images().writePng(Tiling.twoByTwo(samples.get(0)), session.run().image(TILED), Depth.EIGHT_BITS);
        drawing.draw(trained, random.part("pictures"), session);
        return view;
    }

    @Override
    public Map<String, String> told(View view, Map<String, Minimum> minima) {
        Map<String, String> told = new LinkedHashMap<>();
        minima.forEach((player, minimum) ->
                told.put(player.isEmpty() ? "loss" : "loss-of-" + player, Double.toString(minimum.loss())));
        told.put("size", experiment.size().toString());
        told.put(View.LIKENESS, Double.toString(view.likeness()));
        return told;
    }

    @Override
    public String remedy() {
        return "train longer, with another seed, or with smaller learning rates";
    }

    @Override
    public List<Shown> pictures() {
        List<Shown> pictures = new ArrayList<>(List.of(
                new Shown(TextureExperiment.RESULT, "a sample of twice the size of the training"),
                new Shown(SAMPLES, "samples"),
                new Shown(TILED, "the first of them laid out 2 x 2")));
        pictures.addAll(drawing.pictures());
        return pictures;
    }
}
