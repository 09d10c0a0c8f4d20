package lichen.app.experiment.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PatchVectorsTest {
    @Test
    void areRestoredAsTheyWereSaved() {
        PatchVectors vectors = new PatchVectors();
        vectors.add(new float[] {1, 2, 3});
        vectors.add(new float[] {4, 5, 6});

        PatchVectors restored = PatchVectors.restored(vectors.state());
        restored.add(new float[] {7, 8, 9});

        assertThat(restored.count()).isEqualTo(3);
        assertThat(restored.array().floats()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(restored.points().at(2, 1)).isEqualTo(8);
    }

    @Test
    void areRestoredWhereThereWereNone() {
        assertThat(PatchVectors.restored(new PatchVectors().state()).count()).isZero();
    }
}
