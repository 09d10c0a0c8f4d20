package lichen.app.quality.control;

import java.util.random.RandomGenerator;
import lichen.app.quality.plane.PeriodicPart;
import lichen.app.quality.plane.Plane;
import lichen.core.image.Image;
import lichen.core.wave.Waves;

/**
 * Random-phase noise: the spectrum of an image, and the correlation of its channels, without any structure.
 *
 * <p>Every wave of the periodic part is turned by the phase of white noise, all channels alike. Values outside [0,1] are cut off.
 * Source: Galerne, Gousseau and Morel, Random phase textures, 2011.
 */
final class RandomPhase {
    private RandomPhase() {}

    static Image of(Image image, RandomGenerator random) {
        int pixels = image.width() * image.height();
        double[] noise = new double[pixels];
        for (int i = 0; i < pixels; i++) {
            noise[i] = random.nextGaussian();
        }
        double[] angles = Waves.of(image.width(), image.height(), noise).phases();
        angles[0] = 0;
        float[] rgb = new float[pixels * Image.CHANNELS];
        for (int channel = 0; channel < Image.CHANNELS; channel++) {
            Plane periodic = PeriodicPart.of(Plane.channel(image, channel));
            double[] turned = periodic.waves().turned(angles).values();
            for (int i = 0; i < pixels; i++) {
                rgb[i * Image.CHANNELS + channel] = (float) turned[i];
            }
        }
        return Image.of(image.width(), image.height(), rgb).clamp();
    }
}
