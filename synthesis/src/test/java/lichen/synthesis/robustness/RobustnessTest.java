package lichen.synthesis.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import lichen.core.diff.Differentiable;
import lichen.core.image.Size;
import lichen.core.random.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RobustnessTest {
    private static final Size IMAGE = new Size(14, 11);
    private static final int NUMBERS = 14 * 11 * 3;
    private static final Robustness RECIPE = new Robustness(12, 8, 0.1, 10, 4, Outside.GREY);
    private static final RandomStreams RANDOM = new RandomStreams(3);

    @Test
    void showsViewsOfTheSizeThatItTells() {
        assertThat(RECIPE.view(IMAGE)).isEqualTo(new Size(26, 23));
        assertThat(RECIPE.views(IMAGE, RANDOM, 0).at(numbers(NUMBERS, 1)).value())
                .hasSize(26 * 23 * 3);
    }

    @Test
    void isTheImageItselfWhereNothingIsAskedFor() {
        double[] image = numbers(NUMBERS, 1);

        assertThat(Robustness.none().views(IMAGE, RANDOM, 0).at(image).value()).containsExactly(image, within(0.0));
    }

    @Test
    void shiftsByWholePixelsWithoutTouchingThem() {
        double[] image = numbers(NUMBERS, 2);
        Robustness shifts = new Robustness(3, 4, 0, 0, 2, Outside.GREY);
        for (int seed = 0; seed < 20; seed++) {
            double[] view =
                    shifts.draw(IMAGE, new SplittableRandom(seed)).at(image).value();

            assertThat(view).hasSize(NUMBERS);
            assertThat(Arrays.stream(view).filter(v -> v != 0.5)).isSubsetOf(boxed(image));
        }
    }

    @ParameterizedTest
    @EnumSource
    void carriesGradientsBackByTheExactTranspose(Outside outside) {
        Robustness robustness = new Robustness(12, 8, 0.1, 10, 4, outside);
        Size size = robustness.view(IMAGE);
        double[] x = numbers(NUMBERS, 3);
        double[] y = numbers(size.width() * size.height() * 3, 4);
        for (int seed = 0; seed < 10; seed++) {
            Warp warp = robustness.draw(IMAGE, new SplittableRandom(seed));
            double[] grey = warp.at(new double[NUMBERS]).value();
            double[] view = warp.at(x).value();
            double[] linear = new double[view.length];
            Arrays.setAll(linear, i -> view[i] - grey[i]);

            assertThat(dot(linear, y)).isCloseTo(dot(x, warp.at(x).pullback().apply(y)), within(1e-10));
        }
    }

    @Test
    void seesGreyAllAround() {
        double[] white = new double[NUMBERS];
        Arrays.fill(white, 1);
        double[] view = RECIPE.views(IMAGE, RANDOM, 0).at(white).value();

        assertThat(view[0]).isEqualTo(0.5);
        assertThat(view[view.length - 1]).isEqualTo(0.5);
        assertThat(view[(11 * 26 + 13) * 3]).isCloseTo(1, within(1e-12));
    }

    @Test
    void seesTheImageAgainAllAroundWhereItWraps() {
        double[] image = numbers(NUMBERS, 7);
        Robustness wrapping = new Robustness(3, 0, 0, 0, 0, Outside.WRAP);
        double[] view = wrapping.draw(IMAGE, new SplittableRandom(0)).at(image).value();
        for (int y = 0; y < 17; y++) {
            for (int x = 0; x < 20; x++) {
                assertThat(view[(y * 20 + x) * 3]).isEqualTo(image[((y + 8) % 11 * 14 + (x + 11) % 14) * 3]);
            }
        }
    }

    @Test
    void shiftsAnImageThatWrapsAsFarAsOneLikes() {
        Robustness wrapping = new Robustness(0, 50, 0, 0, 0, Outside.WRAP);
        double[] image = numbers(NUMBERS, 8);
        double[] view = wrapping.draw(IMAGE, new SplittableRandom(1)).at(image).value();

        assertThat(view).containsExactlyInAnyOrder(image);
        assertThat(view).isNotEqualTo(image);
    }

    @Test
    void turnsAboutTheCentreByTheAngleDrawn() {
        Size square = new Size(5, 5);
        double[] image = numbers(75, 5);
        Affine quarter = Affine.about(2, 2, Math.PI / 2, 1);
        double[] view =
                new Warp(square, square, quarter, Outside.GREY).at(image).value();
        for (int y = 0; y < 5; y++) {
            for (int x = 0; x < 5; x++) {
                assertThat(view[(y * 5 + x) * 3]).isCloseTo(image[(x * 5 + 4 - y) * 3], within(1e-12));
            }
        }
    }

    @Test
    void magnifiesAboutTheCentre() {
        Affine half = Affine.about(3, 1, 0, 0.5);

        assertThat(half.column(3, 1)).isEqualTo(3);
        assertThat(half.column(5, 1)).isEqualTo(4);
        assertThat(half.row(3, 5)).isEqualTo(3);
    }

    @Test
    void drawsAnotherViewAtEachEvaluationAndTheSameAfterAResume() {
        double[] image = numbers(NUMBERS, 6);
        Differentiable<double[], double[]> whole = RECIPE.views(IMAGE, RANDOM, 0);
        double[] first = whole.at(image).value();
        double[] second = whole.at(image).value();
        double[] third = whole.at(image).value();
        Differentiable<double[], double[]> resumed = RECIPE.views(IMAGE, RANDOM, 1);

        assertThat(first).isNotEqualTo(second);
        assertThat(resumed.at(image).value()).containsExactly(second);
        assertThat(resumed.at(image).value()).containsExactly(third);
    }

    @Test
    void refusesShiftsThatTheBorderDoesNotHold() {
        assertThatThrownBy(() -> new Robustness(5, 8, 0, 0, 4, Outside.GREY))
                .hasMessageStartingWith("padding must be at least 6");
    }

    private static double[] numbers(int count, long seed) {
        return new SplittableRandom(seed).doubles(count).toArray();
    }

    private static Double[] boxed(double[] numbers) {
        return Arrays.stream(numbers).boxed().toArray(Double[]::new);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
