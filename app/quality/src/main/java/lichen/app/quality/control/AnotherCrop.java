package lichen.app.quality.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import lichen.app.quality.Reference;
import lichen.core.image.Crop;
import lichen.core.image.Image;

/** A part of the photograph that the method did not see: its score is the floor, 1, by definition, up to the choice of the part. */
final class AnotherCrop {
    private static final int STEPS = 8;

    private AnotherCrop() {}

    /** A part of the target's size that shares no pixel with it; empty where there is no room. */
    static Optional<Image> make(Reference reference, RandomGenerator random) {
        List<Crop> apart = places(reference);
        return apart.isEmpty()
                ? Optional.empty()
                : Optional.of(reference.photograph().crop(apart.get(random.nextInt(apart.size()))));
    }

    private static List<Crop> places(Reference reference) {
        Crop part = reference.part();
        int roomX = reference.photograph().width() - part.width();
        int roomY = reference.photograph().height() - part.height();
        List<Crop> places = new ArrayList<>();
        for (int row = 0; row <= STEPS; row++) {
            for (int column = 0; column <= STEPS; column++) {
                int x = roomX * column / STEPS;
                int y = roomY * row / STEPS;
                if (Math.abs(x - part.x()) >= part.width() || Math.abs(y - part.y()) >= part.height()) {
                    places.add(new Crop(x, y, part.width(), part.height()));
                }
            }
        }
        return places;
    }
}
