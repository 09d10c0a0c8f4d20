package lichen.app.experiment.mixing;

import java.util.ArrayList;
import java.util.List;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Photograph;
import lichen.app.experiment.SynthesisExperiment;
import lichen.core.check.InvalidValueException;
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.core.image.Resize;
import lichen.synthesis.objective.Mixture;
import lichen.synthesis.objective.Portion;

/**
 * What can be made of several photographs by their shares.
 *
 * @param photographs the first of them gives the extents and the start image
 */
record Blending(List<Picture> photographs) {
    /** Copies the list. */
    Blending {
        photographs = List.copyOf(photographs);
    }

    /** The learning of the texture that lies there, by a method. */
    SynthesisExperiment texture(Experiment method, List<Double> shares, long seed) {
        List<Portion> portions = new ArrayList<>();
        for (int k = 0; k < photographs.size(); k++) {
            if (shares.get(k) > 0) {
                portions.add(new Portion(photographs.get(k), shares.get(k)));
            }
        }
        return ((SynthesisExperiment) method).with(photographs.get(0), seed).mixing(new Mixture(portions));
    }

    /** The sum of pixels: what a slide show fades through. */
    static Image pixels(List<Image> photographs, List<Double> shares) {
        Image first = photographs.get(0);
        float[] sum = new float[first.toArray().length];
        for (int k = 0; k < photographs.size(); k++) {
            float[] rgb = Resize.fit(photographs.get(k), first.size()).toArray();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += (float) (shares.get(k) * rgb[i]);
            }
        }
        return Image.of(first.width(), first.height(), sum).clamp();
    }

    /** What the photographs are called. */
    List<String> names() {
        return photographs.stream()
                .map(picture -> new Photograph(picture).shortName())
                .toList();
    }

    /**
     * Checks that a method can mix.
     *
     * @param key under which it stands
     * @throws InvalidValueException if it is no synthesis
     */
    static void require(String key, String name, Experiment method) {
        if (!(method instanceof SynthesisExperiment)) {
            throw new InvalidValueException(
                    key,
                    "must be of the type synthesis, whose objective can mean several photographs, but " + name
                            + " is not");
        }
    }
}
