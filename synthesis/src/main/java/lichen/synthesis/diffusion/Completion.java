package lichen.synthesis.diffusion;

import java.util.List;
import lichen.core.image.Image;
import lichen.core.image.Resize;
import lichen.core.image.Size;

/**
 * A photograph whose hole is filled with its own patches, of those that do not touch the hole. What is known stays as it is.
 *
 * <p>Source: the scales and the constraint of Wexler, Shechtman and Irani, "Space-Time Completion of Video", PAMI 2007.
 *
 * @param photograph with anything in the hole
 * @param hole of the photograph's extents
 */
record Completion(Image photograph, Hole hole) implements Work {
    /** The fewest patches that a scale may begin with: from fewer, the hole becomes one of them. */
    private static final int ENOUGH = 64;

    /** The photograph with a smooth hole, so that nothing of what is in it is seen at coarser scales. */
    Completion {
        photograph = SmoothFill.of(photograph, hole);
    }

    @Override
    public Size size() {
        return photograph.size();
    }

    @Override
    public List<Double> scales(PatchDiffusion settings) {
        return Scales.of(photograph.size(), settings).stream()
                .filter(scale -> scale == 1 || at(scale, settings).exemplar().places(0).length >= ENOUGH)
                .toList();
    }

    @Override
    public Ground at(double scale, PatchDiffusion settings) {
        Size scaled = size().scaled(scale);
        Image image = Resize.fit(photograph, scaled);
        Hole missing = hole.at(scaled);
        Exemplar exemplar = Exemplar.of(image, settings);
        exemplar.close(missing);
        return new Ground(Surface.around(missing, image), exemplar);
    }

    @Override
    public Image whole(Image made) {
        float[] values = made.toArray();
        float[] known = photograph.toArray();
        for (int i = 0; i < values.length; i++) {
            int pixel = i / Image.CHANNELS;
            values[i] = hole.isAt(pixel % size().width(), pixel / size().width()) ? values[i] : known[i];
        }
        return Image.of(size().width(), size().height(), values);
    }
}
