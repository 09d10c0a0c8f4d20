package lichen.app.experiment.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Arrays;
import lichen.core.check.InvalidValueException;
import lichen.core.random.RandomStreams;
import org.junit.jupiter.api.Test;

/** What every layout must do. To test one of your own, extend this class and return it from {@link #embedding}. */
public abstract class EmbeddingContract {
    /** Three groups of 15, ten deviations from the middle of a space of 12 dimensions. */
    private static final Clusters GROUPS = Clusters.of(3, 15, 12, 10, 1);

    /** The layout to be tested, with keys that suit 45 points. */
    protected abstract Embedding embedding();

    /** How far a point may be from where it would be in another order of the points; infinite if the order matters. */
    protected double toleranceOfOrder() {
        return Double.POSITIVE_INFINITY;
    }

    @Test
    void givesEachVectorAPlace() {
        Points places = embed(GROUPS.points());

        assertThat(places.count()).isEqualTo(45);
        assertThat(places.dimension()).isEqualTo(2);
    }

    @Test
    void isTheSameForTheSameStream() {
        assertThat(embed(GROUPS.points()).toArray())
                .containsExactly(embed(GROUPS.points()).toArray());
    }

    @Test
    void keepsGroupsApartThatAreFarApart() {
        assertThat(NeighbourAccuracy.of(embed(GROUPS.points()), GROUPS.groups()).share())
                .isEqualTo(1);
    }

    @Test
    void keepsGroupsApartWhereThereAreMoreVectorsThanDimensions() {
        Clusters flat = Clusters.of(3, 15, 3, 12, 2);

        assertThat(NeighbourAccuracy.of(embed(flat.points()), flat.groups()).share())
                .isEqualTo(1);
    }

    @Test
    void doesNotDependOnTheOrderWhereItClaimsSo() {
        assumeThat(toleranceOfOrder()).as("this layout depends on the order").isFinite();
        Points straight = embed(GROUPS.points());
        Points back = Clusters.reversed(embed(Clusters.reversed(GROUPS.points())));

        assertThat(back.toArray()).containsExactly(straight.toArray(), within(toleranceOfOrder()));
    }

    @Test
    void bearsVectorsOfWhichManyAreTheSame() {
        double[] values = GROUPS.points().toArray();
        for (int point = 1; point < 20; point++) {
            System.arraycopy(values, 0, values, point * 12, 12);
        }

        assertThat(embed(Points.of(45, 12, values)).count()).isEqualTo(45);
    }

    @Test
    void refusesVectorsThatAreAllTheSame() {
        double[] values = new double[45 * 12];
        Arrays.fill(values, 0.25);
        Points same = Points.of(45, 12, values);

        assertThatThrownBy(() -> embed(same))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("all 45 are the same");
    }

    @Test
    void refusesTooFewVectors() {
        Points two = Points.of(2, 3, new double[] {0, 1, 2, 3, 4, 6});

        assertThatThrownBy(() -> embed(two))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("at least 3 vectors");
    }

    @Test
    void leavesTheVectorsUntouched() {
        double[] before = GROUPS.points().toArray();

        embed(GROUPS.points());

        assertThat(GROUPS.points().toArray()).containsExactly(before);
    }

    private Points embed(Points vectors) {
        return embedding().embed(vectors, new RandomStreams(1).stream("embedding"));
    }
}
