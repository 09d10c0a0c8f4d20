package lichen.synthesis.parameterization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.Test;

class BoundedTest extends ParameterizationContract {
    @Override
    protected Parameterization parameterization() {
        return new Bounded(0, 1);
    }

    @Test
    void keepsAllValuesInTheRange() {
        double[] far = {-1000, -3, 0, 1, 3, 1000};

        double[] values = open(new Bounded(0.2, 0.6)).map().at(far).value();

        assertThat(values).isSorted().contains(new double[] {0.4}, within(1e-12));
        assertThat(values[0]).isEqualTo(0.2);
        assertThat(values[5]).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void movesWhatIsAtTheEndsOrBeyondJustInside() {
        Image image = Image.of(2, 1, new float[] {0, 1, 0.2f, 0.6f, 0.4f, 0.9f});
        Coordinates bounded = open(new Bounded(0.2, 0.6));
        double[] made = bounded.map().at(bounded.begin(image)).value();

        assertThat(made).containsExactly(new double[] {0.2008, 0.5992, 0.2008, 0.5992, 0.4, 0.5992}, within(1e-8));
    }

    private static Coordinates open(Bounded bounded) {
        return bounded.open(new Size(2, 1), ParameterizationContract.context(new TensorScope()));
    }

    @Test
    void refusesAnEmptyRange() {
        assertThatThrownBy(() -> new Bounded(1, 1)).hasMessageContaining("less than the upper bound");
    }
}
