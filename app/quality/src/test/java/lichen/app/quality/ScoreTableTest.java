package lichen.app.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScoreTableTest {
    private static final Scores SCORES = new Scores(
            List.of(
                    new Score("colour", Kind.QUALITY, Scale.FULL, 0.2, Optional.of(0.1)),
                    new Score("lbp", Kind.QUALITY, Scale.HALF, 0.4, Optional.of(0.05)),
                    new Score("spectrum", Kind.QUALITY, Scale.FULL, 0.3, Optional.of(0.0)),
                    new Score("seam", Kind.OTHER, Scale.FULL, 1.5, Optional.empty())),
            "");

    @Test
    void showsRatiosAndTheirGeometricMean() {
        ScoreTable table = ScoreTable.of(Map.of("a.png", SCORES));

        assertThat(table.columns()).containsExactly("measure", "kind", "floor", "a.png");
        assertThat(table.rows())
                .containsExactly(
                        List.of("colour", "quality", "0.1", "2"),
                        List.of("lbp half", "quality", "0.05", "8"),
                        List.of("spectrum", "quality", "nearly 0", "0.3"),
                        List.of("seam", "other", "", "1.5"),
                        List.of("geometric mean", "quality", "", "4"));
    }

    @Test
    void flagsWhatWasOptimisedAndTellsBothMeans() {
        ScoreTable table = ScoreTable.of(Map.of("a.png", SCORES), Set.of("lbp"));

        assertThat(table.rows()).contains(List.of("lbp half (optimised)", "quality", "0.05", "8"));
        assertThat(table.rows())
                .endsWith(
                        List.of("geometric mean", "quality", "", "4"),
                        List.of("geometric mean, not optimised", "quality", "", "2"));
    }

    @Test
    void saysSoWhereEveryMeasureWasOptimised() {
        assertThat(ScoreTable.of(Map.of("a.png", SCORES), Set.of("colour", "lbp", "spectrum"))
                        .rows())
                .endsWith(List.of("geometric mean, not optimised", "quality", "", "none left"));
    }

    @Test
    void addsDiversityForAllImagesTogether() {
        Score diversity = new Score("diversity", Kind.DIVERSITY, Scale.FULL, 0.9, Optional.of(1.0));

        assertThat(ScoreTable.of(Map.of("a.png", SCORES), Set.of())
                        .withDiversity(List.of(diversity))
                        .rows())
                .endsWith(List.of("diversity", "diversity", "1", "0.9"));
    }
}
