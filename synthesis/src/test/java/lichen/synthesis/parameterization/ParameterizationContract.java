package lichen.synthesis.parameterization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every parameterisation must do. Extend it, and return the one to be tested. */
public abstract class ParameterizationContract {
    private final TensorScope scope = new TensorScope();

    /** The parameterisation to be tested. */
    protected abstract Parameterization parameterization();

    /** What the sides of its images are multiples of. */
    protected int unit() {
        return 1;
    }

    /**
     * How finely it computes.
     *
     * @param step by which parameters are moved for a difference
     * @param tolerance of the slope, as a part of the product of the lengths of gradient and direction
     */
    public record Precision(double step, double tolerance) {}

    /** How finely it computes: in 64 bits, if it does not say. */
    protected Precision precision() {
        return new Precision(1e-5, 1e-6);
    }

    /** Whether the parameters of every image can be found. */
    protected boolean hasInverse() {
        return true;
    }

    @AfterEach
    void closeScope() {
        scope.close();
    }

    private Coordinates open(Size size) throws IOException {
        return parameterization().open(size, context(scope));
    }

    /** Random numbers of a seed. */
    static CoordinateContext context(TensorScope scope) {
        return new CoordinateContext(new SplittableRandom(7), scope);
    }

    private Size whole(Size units) {
        return new Size(unit() * units.width(), unit() * units.height());
    }

    static Stream<Size> sizes() {
        return Stream.of(new Size(8, 8), new Size(12, 10), new Size(7, 9), new Size(11, 6));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void pullbackAgreesWithCentralDifferences(Size units) throws IOException {
        Size size = whole(units);
        Coordinates coordinates = open(size);
        Differentiable<double[], double[]> map = coordinates.map();
        double[] point = coordinates.begin(image(size, 1));
        double[] cotangent = numbers(pixels(size), 2);
        double[] gradient = map.at(point).pullback().apply(cotangent).clone();
        double step = precision().step();
        assertThat(gradient).hasSameSizeAs(point);
        for (int i = 3; i < 8; i++) {
            double[] direction = numbers(point.length, i);
            double numeric = (dot(map.at(moved(point, direction, step)).value(), cotangent)
                            - dot(map.at(moved(point, direction, -step)).value(), cotangent))
                    / (2 * step);

            assertThat(dot(gradient, direction))
                    .isCloseTo(numeric, within(precision().tolerance() * norm(gradient) * norm(direction)));
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void makesTheImageThatItsParametersWereTakenFrom(Size units) throws IOException {
        Size size = whole(units);
        Assumptions.assumeTrue(hasInverse(), "it does not make every image");
        Image image = image(size, 4);
        Coordinates coordinates = open(size);
        double[] made = coordinates.map().at(coordinates.begin(image)).value();
        float[] expected = image.toArray();

        assertThat(made).hasSize(expected.length);
        for (int i = 0; i < made.length; i++) {
            assertThat(made[i]).isCloseTo(expected[i], within(1e-9));
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void givesTheSameEachTime(Size units) throws IOException {
        Size size = whole(units);
        Coordinates coordinates = open(size);
        double[] point = coordinates.begin(image(size, 5));
        double[] cotangent = numbers(pixels(size), 6);
        Differentiable<double[], double[]> map = coordinates.map();
        Evaluation<double[], double[]> first = map.at(point);
        double[] value = first.value().clone();
        double[] gradient = first.pullback().apply(cotangent).clone();
        map.at(coordinates.begin(image(size, 7)));
        Evaluation<double[], double[]> again = map.at(point);

        assertThat(again.value()).containsExactly(value);
        assertThat(again.pullback().apply(cotangent)).containsExactly(gradient);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void leavesParametersAndCotangentUntouched(Size units) throws IOException {
        Size size = whole(units);
        Coordinates coordinates = open(size);
        double[] point = coordinates.begin(image(size, 8));
        double[] cotangent = numbers(pixels(size), 9);
        double[] pointBefore = point.clone();
        double[] cotangentBefore = cotangent.clone();
        coordinates.map().at(point).pullback().apply(cotangent);

        assertThat(point).containsExactly(pointBefore);
        assertThat(cotangent).containsExactly(cotangentBefore);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void countsNoFewerParametersThanThereAre(Size units) throws IOException {
        Size size = whole(units);
        assertThat((long) open(size).begin(image(size, 10)).length)
                .isLessThanOrEqualTo(parameterization().count(size));
    }

    @Test
    void goesOnAtAnotherSizeWithParametersOfThatSize() throws IOException {
        Coordinates coarse = open(whole(new Size(8, 8)));
        Coordinates fine = open(whole(new Size(12, 10)));
        double[] point = coarse.begin(image(coarse.size(), 11));
        Image refined = image(fine.size(), 12);

        double[] following = coarse.following(point, fine, reached -> refined);

        assertThat(following).hasSameSizeAs(fine.begin(refined));
        if (hasInverse()) {
            assertThat(following).containsExactly(fine.begin(refined));
        }
    }

    /** An image whose values keep away from 0 and 1, where some maps are not defined. */
    static Image image(Size size, long seed) {
        double[] numbers = numbers(pixels(size), seed);
        float[] rgb = new float[numbers.length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (float) (0.5 + 0.45 * numbers[i]);
        }
        return Image.of(size.width(), size.height(), rgb);
    }

    /** Numbers uniform in [-1,1]. */
    static double[] numbers(int count, long seed) {
        return new SplittableRandom(seed).doubles(count, -1, 1).toArray();
    }

    private static int pixels(Size size) {
        return size.width() * size.height() * Image.CHANNELS;
    }

    private static double[] moved(double[] point, double[] direction, double step) {
        double[] moved = point.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += step * direction[i];
        }
        return moved;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }
}
