package lichen.app.quality.control;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import lichen.app.quality.Reference;
import lichen.core.image.Crop;
import lichen.core.image.Image;

/** All controls by name. */
public final class Controls {
    private static final int TILE = 48;
    private static final double SIGMA = 1;

    private Controls() {}

    /** The controls that every comparison carries, in the order to show them. */
    public static Map<String, Control> all() {
        Map<String, Control> controls = new LinkedHashMap<>();
        controls.put("another-crop", AnotherCrop::make);
        controls.put("verbatim", (reference, random) -> Optional.of(reference.target()));
        controls.put("mirrored", (reference, random) -> Optional.of(mirrored(reference.target())));
        controls.put("shuffled-tiles", (reference, random) -> shuffledTiles(reference, random));
        controls.put("blurred", (reference, random) -> Optional.of(Blur.gaussian(reference.target(), SIGMA)));
        controls.put("random-phase", (reference, random) -> Optional.of(RandomPhase.of(reference.target(), random)));
        controls.put("noise", (reference, random) -> Optional.of(noise(reference.part(), random)));
        return Collections.unmodifiableMap(controls);
    }

    private static Optional<Image> shuffledTiles(Reference reference, RandomGenerator random) {
        Crop part = reference.part();
        return part.width() < 2 * TILE && part.height() < 2 * TILE
                ? Optional.empty()
                : Optional.of(ShuffledTiles.of(reference.target(), TILE, random));
    }

    /** Left and right exchanged. */
    private static Image mirrored(Image image) {
        float[] rgb = new float[image.width() * image.height() * Image.CHANNELS];
        for (int i = 0; i < rgb.length; i++) {
            int pixel = i / Image.CHANNELS;
            int x = image.width() - 1 - pixel % image.width();
            rgb[i] = image.at(x, pixel / image.width(), i % Image.CHANNELS);
        }
        return Image.of(image.width(), image.height(), rgb);
    }

    /** Uniform from [0,1), every number by itself. */
    private static Image noise(Crop size, RandomGenerator random) {
        float[] rgb = new float[size.width() * size.height() * Image.CHANNELS];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = random.nextFloat();
        }
        return Image.of(size.width(), size.height(), rgb);
    }
}
