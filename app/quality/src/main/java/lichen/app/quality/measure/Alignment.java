package lichen.app.quality.measure;

import java.util.EnumSet;
import java.util.Set;
import lichen.app.quality.Gauge;
import lichen.app.quality.Kind;
import lichen.app.quality.Measure;
import lichen.app.quality.Scale;
import lichen.app.quality.plane.CrossCorrelation;
import lichen.app.quality.plane.Plane;
import lichen.core.image.Image;
import lichen.core.plugin.Summary;

/**
 * Alignment: whether the image lies on the target, pixel by pixel, once it is moved to the right place. An image that keeps where
 * things stand and makes the detail anew has it, though its patches are from nowhere.
 *
 * <p>The highest correlation of the brightness over all shifts; what is moved out on one side comes in on the other. Range [0,1]: a
 * copy has 1, wherever it was moved to. What is regular lies on itself at many shifts, so read it beside what other parts of the
 * photograph have. Cost: eleven Fourier transforms.
 */
@Summary("highest correlation with the target over all shifts: 1 is a copy")
public record Alignment() implements Measure {
    @Override
    public Gauge open() {
        return Alignment::of;
    }

    @Override
    public Kind kind() {
        return Kind.COPYING;
    }

    /** Detail that was made anew hides what lies alike below it; at half size there is less of it. */
    @Override
    public Set<Scale> scales() {
        return EnumSet.allOf(Scale.class);
    }

    private static double of(Image image, Image target) {
        return CrossCorrelation.highest(Plane.luminance(image), Plane.luminance(target));
    }
}
