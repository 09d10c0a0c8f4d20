package lichen.app.quality.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lichen.app.quality.Measure;
import lichen.app.quality.SampleTexture;
import lichen.core.image.Crop;
import lichen.core.image.Image;
import org.junit.jupiter.api.Test;

class InnovationTest extends MeasureContract {
    @Override
    protected Measure measure() {
        return new Innovation();
    }

    /** Looks at places, not at detail. */
    @Override
    protected boolean seesBlur() {
        return false;
    }

    @Test
    void isZeroForACopyAndHighForAnotherPart() {
        assertThat(between(SampleTexture.part(4), SampleTexture.part(4))).isCloseTo(0, within(0.01));
        assertThat(between(SampleTexture.part(4), SampleTexture.photograph())).isCloseTo(0, within(0.02));
        assertThat(between(SampleTexture.part(0), SampleTexture.part(4))).isGreaterThan(0.7);
    }

    @Test
    void findsPatchesNearlyAsNearAsAnExhaustiveSearch() {
        Image image = SampleTexture.part(0).crop(new Crop(0, 0, 32, 32));
        Image target = SampleTexture.part(4);
        NearestPatches nearest = NearestPatches.of(image, target);
        double found = 0;
        double best = 0;
        for (int y = 0; y < nearest.height(); y++) {
            for (int x = 0; x < nearest.width(); x++) {
                found += nearest.distance(x, y);
                best += exhaustive(image, x, y, target);
            }
        }

        assertThat(found / best).isBetween(1 - 1e-6, 1.15);
    }

    private static double exhaustive(Image image, int x, int y, Image target) {
        double best = Double.POSITIVE_INFINITY;
        for (int row = 0; row + NearestPatches.SIDE <= target.height(); row++) {
            for (int column = 0; column + NearestPatches.SIDE <= target.width(); column++) {
                double sum = 0;
                for (int i = 0; i < NearestPatches.SIDE * NearestPatches.SIDE * 3; i++) {
                    int dx = i / 3 % NearestPatches.SIDE;
                    int dy = i / 3 / NearestPatches.SIDE;
                    double step = image.at(x + dx, y + dy, i % 3) - target.at(column + dx, row + dy, i % 3);
                    sum += step * step;
                }
                best = Math.min(best, sum);
            }
        }
        return best;
    }
}
