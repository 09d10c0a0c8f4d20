package lichen.app.experiment.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lichen.core.check.InvalidValueException;
import lichen.core.random.RandomStreams;
import org.junit.jupiter.api.Test;

class UmapTest extends EmbeddingContract {
    @Override
    protected Embedding embedding() {
        return new Umap(8, 0.1, 1, 200, 1, 5);
    }

    @Test
    void dependsOnTheSeed() {
        Clusters groups = Clusters.of(2, 20, 5, 8, 4);

        assertThat(embedding()
                        .embed(groups.points(), new RandomStreams(1).stream("umap"))
                        .toArray())
                .isNotEqualTo(embedding()
                        .embed(groups.points(), new RandomStreams(2).stream("umap"))
                        .toArray());
    }

    @Test
    void refusesAsManyNeighboursAsVectors() {
        assertThatThrownBy(() -> new Umap(15, 0.1, 1, 500, 1, 5).requireCount(15))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("neighbours must be less than the 15 vectors, but is 15; lower it, or map more patches");
    }
}
