package lichen.app.quality;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lichen.core.check.Require;
import lichen.core.image.Image;
import lichen.core.image.ImageSource;
import lichen.core.image.Size;

/**
 * Scores images against one photograph. The floors of an image's size are found once and kept, so that further images of the
 * size cost less. Not for several threads at once.
 */
public final class Scorer implements AutoCloseable {
    /** The shortest side of images and photographs that can be scored, in pixels. */
    public static final int LEAST_SIDE = 32;

    private final Reference reference;
    private final Image target;
    private final Map<LabelledMeasure, Gauge> gauges = new LinkedHashMap<>();
    private final Map<Size, Floors> floors = new HashMap<>();

    /**
     * Opens measures that look at no picture of their own.
     *
     * @throws IOException if a file that a measure names cannot be read
     * @throws lichen.core.check.InvalidValueException if the photograph is too small
     */
    public Scorer(List<LabelledMeasure> measures, Reference reference) throws IOException {
        this(measures, reference, (picture, size) -> {
            throw new IOException(picture.image() + ": no picture can be looked at here");
        });
    }

    /**
     * Opens measures.
     *
     * @param pictures where those come from that measures look at beside the photograph
     * @throws IOException if a file that a measure names cannot be read
     * @throws lichen.core.check.InvalidValueException if the photograph is too small
     */
    public Scorer(List<LabelledMeasure> measures, Reference reference, ImageSource pictures) throws IOException {
        this.reference = reference;
        this.target = reference.target();
        requireSizes(reference.photograph().size(), target.size());
        try {
            for (LabelledMeasure measure : measures) {
                gauges.put(measure, measure.measure().open(pictures));
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Checks that images can be scored against a photograph.
     *
     * @param photograph the extents of all of it
     * @param target those of the part that the method saw
     * @throws lichen.core.check.InvalidValueException if one is too small
     */
    public static void requireSizes(Size photograph, Size target) {
        requireSides("photograph", photograph, 2 * LEAST_SIDE);
        requireSides("target", target, LEAST_SIDE);
    }

    /**
     * Scores an image by all measures but diversity. Values outside [0,1] are cut off. A measure that looks farther than an image
     * is wide is left out, and the note says so.
     *
     * @throws lichen.core.check.InvalidValueException if the image is too small
     */
    public Scores score(Image image) {
        requireSides("image", image.size(), LEAST_SIDE);
        Image clamped = image.clamp();
        Floors floor = floors(clamped);
        List<Score> scores = new ArrayList<>();
        List<String> omitted = new ArrayList<>();
        for (Scale scale : Scale.values()) {
            gauges.forEach((measure, gauge) -> {
                if (measure.measure().kind() == Kind.QUALITY
                        && measure.measure().scales().contains(scale)) {
                    if (floor.isMeasurable(gauge, scale)) {
                        scores.add(floor.score(measure, gauge, scale, clamped));
                    } else {
                        omitted.add(measure.label() + scale.suffix());
                    }
                }
            });
        }
        scores.addAll(asTheyAre(clamped, floor));
        String small = "; left out, because the images are too small: " + String.join(", ", omitted);
        return new Scores(scores, floor.note() + (omitted.isEmpty() ? "" : small));
    }

    /**
     * How different images of the same method are: the mean over all pairs, by the measures of diversity.
     *
     * @param images images of one size, of different seeds
     * @return no score where there are fewer than two images
     */
    public List<Score> diversity(List<Image> images) {
        if (images.size() < 2) {
            return List.of();
        }
        images.forEach(image -> requireSides("images", image.size(), LEAST_SIDE));
        List<Image> clamped = images.stream().map(Image::clamp).toList();
        Floors floor = floors(clamped.get(0));
        List<Score> scores = new ArrayList<>();
        gauges.forEach((measure, gauge) -> {
            if (measure.measure().kind() == Kind.DIVERSITY) {
                scores.add(floor.diversity(measure, gauge, clamped));
            }
        });
        return scores;
    }

    @Override
    public void close() {
        gauges.values().forEach(Gauge::close);
    }

    private List<Score> asTheyAre(Image image, Floors floor) {
        List<Score> scores = new ArrayList<>();
        gauges.forEach((measure, gauge) -> {
            Kind kind = measure.measure().kind();
            for (Scale scale : measure.measure().scales()) {
                if (kind == Kind.COPYING) {
                    scores.add(floor.copying(measure, gauge, scale, image));
                } else if (kind == Kind.OTHER) {
                    double value = gauge.measure(scale.of(image), scale.of(target));
                    scores.add(new Score(measure.label(), kind, scale, value, Optional.empty()));
                }
            }
        });
        return scores;
    }

    private Floors floors(Image image) {
        return floors.computeIfAbsent(image.size(), size -> Floors.of(reference, size));
    }

    private static void requireSides(String name, Size image, int least) {
        Require.that(
                Math.min(image.width(), image.height()) >= LEAST_SIDE
                        && Math.max(image.width(), image.height()) >= least,
                name,
                "must be at least " + least + " x " + LEAST_SIDE + " pixels to be measured, but is " + image);
    }
}
