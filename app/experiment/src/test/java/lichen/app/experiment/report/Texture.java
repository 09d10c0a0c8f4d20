package lichen.app.experiment.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import lichen.app.experiment.bundled.Wiring;
import lichen.core.image.Image;
import lichen.io.image.Depth;
import lichen.io.image.ImageCodec;

/** Images like those of textures, as rough as can be. */
final class Texture {
    static final ImageCodec CODEC = Wiring.injector().getInstance(ImageCodec.class);

    private Texture() {}

    /** Writes even noise around a colour. */
    static Path write(Path file, int side, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        float[] rgb = new float[3 * side * side];
        for (int i = 0; i < rgb.length; i += 3) {
            float grey = (float) random.nextDouble();
            for (int channel = 0; channel < 3; channel++) {
                rgb[i + channel] = 0.8f * grey + 0.2f * (float) random.nextDouble();
            }
        }
        CODEC.writePng(Image.of(side, side, rgb), file, Depth.EIGHT_BITS);
        return file;
    }
}
