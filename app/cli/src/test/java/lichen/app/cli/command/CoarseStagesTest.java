package lichen.app.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import lichen.app.experiment.Stage;
import lichen.core.image.Size;
import org.junit.jupiter.api.Test;

class CoarseStagesTest {
    private static final List<Stage> STAGES = DoubleStream.of(0.25, 0.5, 1)
            .mapToObj(scale -> new Stage(scale, 10, 1, true, 0, false, Optional.empty()))
            .toList();

    @Test
    void changesNothingWhereAllAreLargeEnough() {
        assertThat(CoarseStages.fitFor(STAGES, new Size(192, 300), new Size(256, 256)))
                .isEmpty();
    }

    @Test
    void enlargesThoseThatAreTooSmallForTheSmallerOfBothImages() {
        assertThat(CoarseStages.fitFor(STAGES, new Size(256, 256), new Size(300, 128)))
                .isEqualTo(Map.of("stages[0].scale", 0.375));
        assertThat(CoarseStages.fitFor(STAGES, new Size(48, 256), new Size(300, 300)))
                .isEqualTo(Map.of("stages[0].scale", 1.0, "stages[1].scale", 1.0));
    }
}
