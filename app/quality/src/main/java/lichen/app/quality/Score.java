package lichen.app.quality;

import java.util.Optional;

/**
 * One number of an image.
 *
 * @param label the measure's name in tables
 * @param kind what it tells
 * @param scale the size at which it was measured
 * @param value what was measured
 * @param floor the same between parts of the photograph; none where there is nothing to compare with
 */
public record Score(String label, Kind kind, Scale scale, double value, Optional<Double> floor) {
    private static final double NEARLY_ZERO = 1e-6;

    /** The measure's name with the scale: {@code colour half}. */
    public String name() {
        return label + scale.suffix();
    }

    /** Value over floor: 1 is as good as another photograph. Empty where it is read as it is, and where the floor is nearly 0. */
    public Optional<Double> ratio() {
        return floor.filter(number -> kind.isRatio() && number >= NEARLY_ZERO).map(number -> value / number);
    }

    /** Whether the parts of the photograph are so alike that nothing can be divided by their distance. */
    public boolean isFloorNearlyZero() {
        return kind.isRatio() && floor.isPresent() && floor.orElseThrow() < NEARLY_ZERO;
    }
}
