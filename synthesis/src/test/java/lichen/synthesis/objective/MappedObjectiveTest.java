package lichen.synthesis.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.image.Size;
import lichen.core.optimizer.Objective;
import lichen.core.random.RandomStreams;
import lichen.synthesis.parameterization.Fourier;
import lichen.synthesis.robustness.Outside;
import lichen.synthesis.robustness.Robustness;
import org.junit.jupiter.api.Test;

class MappedObjectiveTest {
    private static final Size SIZE = new Size(6, 5);
    private static final RandomStreams RANDOM = new RandomStreams(1);

    /** Half the squared distance from 0.2. */
    private static final Objective PALE = (point, gradient) -> {
        double sum = 0;
        for (int i = 0; i < point.length; i++) {
            gradient[i] = point[i] - 0.2;
            sum += gradient[i] * gradient[i] / 2;
        }
        return sum;
    };

    @Test
    void isTheLossOfWhatTheMapMakes() {
        Differentiable<double[], double[]> sums =
                x -> new Evaluation<>(new double[] {x[0] + x[1]}, slopes -> new double[] {slopes[0], slopes[0]});
        double[] gradient = new double[2];

        assertThat(new MappedObjective(sums, PALE).at(new double[] {0.5, 0.7}, gradient))
                .isCloseTo(0.5, within(1e-12));
        assertThat(gradient).containsExactly(new double[] {1, 1}, within(1e-12));
    }

    @Test
    void hasTheGradientOfAllMapsInARow() {
        Robustness robustness = new Robustness(3, 2, 0.1, 10, 2, Outside.GREY);
        double[] point = RANDOM.stream("point").doubles(90, -1, 1).toArray();
        double[] direction = RANDOM.stream("direction").doubles(90, -1, 1).toArray();
        double[] gradient = new double[90];
        objective(robustness).at(point, gradient);
        double step = 1e-5;
        double numeric = (objective(robustness).at(moved(point, direction, step), new double[90])
                        - objective(robustness).at(moved(point, direction, -step), new double[90]))
                / (2 * step);
        double analytic = 0;
        for (int i = 0; i < 90; i++) {
            analytic += gradient[i] * direction[i];
        }

        assertThat(analytic).isCloseTo(numeric, within(1e-7));
    }

    /** Fresh each time, so that each sees its first view. */
    private static Objective objective(Robustness robustness) {
        return new MappedObjective(
                new Fourier(1).coordinates(SIZE).map().then(robustness.views(SIZE, RANDOM, 0)), PALE);
    }

    private static double[] moved(double[] point, double[] direction, double step) {
        double[] moved = point.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += step * direction[i];
        }
        return moved;
    }
}
