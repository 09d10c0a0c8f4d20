package lichen.core.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lichen.core.check.InvalidValueException;
import lichen.core.loop.Loop;
import lichen.core.loop.LoopState;
import lichen.core.loop.Minimum;
import lichen.core.loop.Progress;
import lichen.core.loop.Step;
import lichen.core.loop.StepListener;
import lichen.core.loop.StopRule;
import org.junit.jupiter.api.Test;

final class AveragedTest extends OptimizerContract {
    /** Always uphill to the right: steps of 0.1 to the left, whatever the place. */
    private static final Objective SLOPE = (point, gradient) -> {
        gradient[0] = 1;
        return 10 + point[0];
    };

    private static final Comparator<Double> NEARLY = (a, b) -> Math.abs(a - b) < 1e-7 ? 0 : Double.compare(a, b);

    @Override
    Optimizer bounded(Bounds bounds) {
        return new Averaged(new Adam(0.05, new InverseTimeRate(5e-3), Optional.empty(), 0.9, 0.999, 1e-8, bounds), 0.9);
    }

    @Override
    int patience() {
        return 20_000;
    }

    @Test
    void offersTheMeanOfItsPointsTheLaterOnesCountingMore() {
        Descent descent = new Averaged(Adam.withLearningRate(0.1), 0.5).from(DescentState.at(new double[] {0}));
        assertThat(descent.answer()).isEmpty();
        for (int i = 0; i < 3; i++) {
            descent.step(SLOPE);
        }

        double mean = (0.25 * 0 + 0.5 * -0.1 + 1 * -0.2) / 1.75;
        assertThat(descent.answer().orElseThrow()).containsExactly(new double[] {mean}, within(1e-7));
    }

    @Test
    void makesItTheResultOfALoopAndGoesOnWithItFromASavedState() {
        Averaged averaged = new Averaged(Adam.withLearningRate(0.1), 0.5);
        LoopState[] saved = new LoopState[1];
        Minimum whole =
                new Loop(StopRule.afterEvaluations(6), step -> {}).run(averaged, SLOPE, LoopState.at(new double[] {0}));
        new Loop(StopRule.afterEvaluations(3), new StepListener() {
                    @Override
                    public void evaluated(Step step) {}

                    @Override
                    public void ended(Progress progress) {
                        saved[0] = progress.state();
                    }
                })
                .run(averaged, SLOPE, LoopState.at(new double[] {0}));
        Minimum resumed = new Loop(StopRule.afterEvaluations(6), step -> {}).run(averaged, SLOPE, saved[0]);

        assertThat(whole.loss()).isCloseTo(9.5, within(1e-6)); // the lowest that was seen
        assertThat(whole.point()[0]).isGreaterThan(-0.45); // the mean is behind
        assertThat(resumed.point()).containsExactly(whole.point());
    }

    @Test
    void keepsItsMeanForAnotherObjective() {
        Averaged averaged = new Averaged(Adam.withLearningRate(0.1), 0.5);
        Descent first = averaged.from(DescentState.at(new double[] {0}));
        first.step(SLOPE);
        first.step(SLOPE);
        double[] before = first.answer().orElseThrow();

        Descent second = averaged.from(averaged.carried(first.state(), before));
        assertThat(second.answer().orElseThrow()).containsExactly(before);
    }

    @Test
    void isTheResultOfEstimatesTooWhoseObjectiveStandsWhereTheStepsAre() {
        Averaged averaged = new Averaged(Adam.withLearningRate(0.1), 0.5);
        List<Double> stood = new ArrayList<>();
        Objective estimated = new Objective() {
            @Override
            public double at(double[] point, double[] gradient) {
                return SLOPE.at(point, gradient);
            }

            @Override
            public boolean isStochastic() {
                return true;
            }

            @Override
            public void settle(double[] point) {
                stood.add(point[0]);
            }
        };
        Minimum minimum = new Loop(StopRule.afterEvaluations(3), step -> {})
                .run(averaged, estimated, LoopState.at(new double[] {0}));

        assertThat(stood).usingElementComparator(NEARLY).containsExactly(-0.1, -0.2, -0.3);
        assertThat(minimum.point()[0]).isCloseTo((0.25 * -0.1 + 0.5 * -0.2 + 1 * -0.3) / 1.75, within(1e-7));
    }

    @Test
    void isRefusedOfOneThatIsAveragedItself() {
        Averaged averaged = new Averaged(Adam.withLearningRate(0.1), 0.5);

        assertThatThrownBy(() -> new Averaged(averaged, 0.5))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("once is enough");
    }
}
