package lichen.app.experiment.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lichen.app.experiment.embedding.Points;
import lichen.core.npy.NdArray;
import lichen.core.npy.Npy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapFilesTest {
    @TempDir
    private Path folder;

    @Test
    void holdsARowForEachPatchInBothFiles() throws IOException {
        MapFiles.write(
                folder,
                List.of(Maps.grey("moss-1", "moss", 8, 0), Maps.grey("a", "my \"best\", 2026", 8, 0)),
                NdArray.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3),
                Points.of(2, 2, new double[] {0.1, -2, 1e-9, 4}));

        assertThat(folder.resolve("map.csv"))
                .hasContent("name,source,x,y\nmoss-1,moss,0.1,-2.0\na,\"my \"\"best\"\", 2026\",1.0E-9,4.0\n");
        try (InputStream in = Files.newInputStream(folder.resolve("vectors.npy"))) {
            NdArray<?> vectors = Npy.read(in);
            assertThat(vectors.shape()).containsExactly(2, 3);
            assertThat(vectors.floats()).containsExactly(1, 2, 3, 4, 5, 6);
        }
    }
}
