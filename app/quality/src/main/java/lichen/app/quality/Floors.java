package lichen.app.quality;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import lichen.core.image.Crop;
import lichen.core.image.Image;
import lichen.core.image.Size;

/** The floors of all measures for images of one size, and scores over them. */
final class Floors {
    private final Reference reference;
    private final SplitHalves halves;
    private final Map<Scale, Image> targets = new EnumMap<>(Scale.class);
    private final Map<String, Double> known = new HashMap<>();

    private Floors(Reference reference, SplitHalves halves) {
        this.reference = reference;
        this.halves = halves;
        Image target = middle(reference.target(), halves.targetSize());
        for (Scale scale : Scale.values()) {
            targets.put(scale, scale.of(target));
        }
    }

    static Floors of(Reference reference, Size size) {
        return new Floors(reference, SplitHalves.of(reference.photograph(), size, reference.part()));
    }

    String note() {
        return halves.note();
    }

    /** Whether the parts that are compared are large enough for a gauge. */
    boolean isMeasurable(Gauge gauge, Scale scale) {
        Size image = halves.imageSize();
        Size target = halves.targetSize();
        int shortest = Math.min(Math.min(image.width(), image.height()), Math.min(target.width(), target.height()));
        return (scale == Scale.FULL ? shortest : shortest / 2) >= gauge.leastSide();
    }

    Score score(LabelledMeasure measure, Gauge gauge, Scale scale, Image image) {
        double value =
                gauge.measure(scale.of(middle(image, halves.imageSize())), Objects.requireNonNull(targets.get(scale)));
        return score(measure, scale, value, pair -> gauge.measure(part(pair.first(), scale), target(pair, scale)));
    }

    /** Copies lie anywhere, so all of the image and of the target is compared; the floor is what parts of the photograph have. */
    Score copying(LabelledMeasure measure, Gauge gauge, Scale scale, Image image) {
        double value = gauge.measure(scale.of(image), scale.of(reference.target()));
        return score(measure, scale, value, pair -> gauge.measure(part(pair.first(), scale), target(pair, scale)));
    }

    /** Images are compared whole: a part of an image that is moved around is not the same part moved around. */
    Score diversity(LabelledMeasure measure, Gauge gauge, List<Image> images) {
        double sum = 0;
        int pairs = 0;
        for (int first = 0; first < images.size(); first++) {
            for (int second = first + 1; second < images.size(); second++) {
                sum += gauge.measure(images.get(first), images.get(second));
                pairs++;
            }
        }
        return score(
                measure,
                Scale.FULL,
                sum / pairs,
                pair -> gauge.measure(part(pair.first(), Scale.FULL), part(pair.second(), Scale.FULL)));
    }

    private Score score(LabelledMeasure measure, Scale scale, double value, ToDoubleFunction<CropPair> distance) {
        double floor = known.computeIfAbsent(
                measure.label() + scale.suffix(),
                name -> halves.pairs().stream().mapToDouble(distance).average().orElseThrow());
        return new Score(measure.label(), measure.measure().kind(), scale, value, Optional.of(floor));
    }

    /** The target is cut once: some gauges know again what they have described last. */
    private Image target(CropPair pair, Scale scale) {
        boolean same = pair.second().equals(reference.part());
        return same ? Objects.requireNonNull(targets.get(scale)) : part(pair.second(), scale);
    }

    private Image part(Crop crop, Scale scale) {
        return scale.of(reference.photograph().crop(crop));
    }

    private static Image middle(Image image, Size size) {
        return image.crop(new Crop(
                (image.width() - size.width()) / 2, (image.height() - size.height()) / 2, size.width(), size.height()));
    }
}
