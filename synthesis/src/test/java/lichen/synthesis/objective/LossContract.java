package lichen.synthesis.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import lichen.core.diff.GradientCheck;
import lichen.core.feature.Border;
import lichen.core.feature.FeatureNetwork;
import lichen.core.feature.Pyramid;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.tensor.RandomTensors;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What every loss must do, as part of an objective over pixels. Extend it, and return the one to be tested. */
public abstract class LossContract {
    private static final int WIDTH = 6;
    private static final int HEIGHT = 5;
    private static final Size TILE = new Size(8, 12);

    private final TensorScope scope = new TensorScope();

    /** The loss to be tested; the network has the layers "image" and "twice". */
    protected abstract Loss loss();

    /** Where the loss finds what it compares with; one that has a picture of its own needs more than the photograph. */
    protected Sources sources(FeatureNetwork network, Image target) {
        return Sources.of(network, target);
    }

    /** Whether the loss looks at certain places of the image, and so cannot be the same for an image that is moved. */
    protected boolean looksAtPlaces() {
        return false;
    }

    @AfterEach
    void closeScope() {
        scope.close();
    }

    @Test
    void gradientAgreesWithCentralDifferences() throws IOException {
        ImageObjective objective = objective();
        GradientCheck.assertGradient(
                x -> objective.at(widened(x), new double[x.length]),
                x -> gradient(objective, x),
                pixels(2),
                2e-3,
                5e-3);
    }

    @Test
    void givesTheSameLossAndGradientEachTime() throws IOException {
        ImageObjective objective = objective();
        double[] x = widened(pixels(3));
        double[] first = new double[x.length];
        double[] second = new double[x.length];

        assertThat(objective.at(x, first)).isEqualTo(objective.at(x, second));
        assertThat(second).containsExactly(first);
    }

    @Test
    void allocatesOnlyInTheFirstEvaluation() throws IOException {
        ImageObjective objective = objective();
        double[] x = widened(pixels(4));
        double[] gradient = new double[x.length];
        objective.at(x, gradient);
        int arrays = scope.size();

        objective.at(x, gradient);
        objective.at(x, gradient);

        assertThat(scope.size()).isEqualTo(arrays);
    }

    @Test
    void leavesThePointUntouched() throws IOException {
        double[] x = widened(pixels(5));
        double[] copy = x.clone();
        objective().at(x, new double[x.length]);

        assertThat(x).containsExactly(copy);
    }

    /** A picture that tiles has no place where it begins. */
    @Test
    void isInvariantToCircularShiftsOfAnImageWithACircularBorder() throws IOException {
        Assumptions.assumeFalse(looksAtPlaces(), "the loss looks at places");
        Image target = Image.of(WIDTH, HEIGHT, pixels(1));
        Frame frame = new Frame(TILE, Border.CIRCULAR);
        ImageObjective objective = objective(target, frame);
        float[] tile = pixels(6, TILE);

        double loss = objective.at(widened(tile), new double[tile.length]);

        assertThat(objective.at(widened(moved(tile)), new double[tile.length]))
                .isCloseTo(loss, within(1e-5 * Math.abs(loss)));
    }

    /** The tile begun at another place, four pixels off in both directions: a whole pixel of the coarsest octave. */
    private static float[] moved(float[] tile) {
        float[] moved = new float[tile.length];
        for (int i = 0; i < tile.length; i++) {
            int row = (i / 3 / TILE.width() + 4) % TILE.height();
            int column = (i / 3 % TILE.width() + 4) % TILE.width();
            moved[(row * TILE.width() + column) * 3 + i % 3] = tile[i];
        }
        return moved;
    }

    private ImageObjective objective() throws IOException {
        return objective(Image.of(WIDTH, HEIGHT, pixels(1)), new Frame(new Size(WIDTH, HEIGHT), Border.NETWORK));
    }

    private ImageObjective objective(Image target, Frame frame) throws IOException {
        Sources sources = sources(new Pyramid(new LinearNetwork()), target);
        return ObjectiveRounds.of(loss(), sources, frame, scope).at(0);
    }

    private static float[] gradient(ImageObjective objective, float[] x) {
        double[] gradient = new double[x.length];
        objective.at(widened(x), gradient);
        float[] narrowed = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            narrowed[i] = (float) gradient[i];
        }
        return narrowed;
    }

    private static float[] pixels(long seed) {
        return pixels(seed, new Size(WIDTH, HEIGHT));
    }

    private static float[] pixels(long seed, Size size) {
        float[] numbers = RandomTensors.numbers(size.width() * size.height() * 3, seed);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = 0.5f + numbers[i] / 2;
        }
        return numbers;
    }

    private static double[] widened(float[] x) {
        double[] widened = new double[x.length];
        Arrays.setAll(widened, i -> x[i]);
        return widened;
    }
}
