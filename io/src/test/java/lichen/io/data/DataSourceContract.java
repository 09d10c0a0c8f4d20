package lichen.io.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lichen.core.image.Crop;
import lichen.core.image.Image;
import lichen.core.random.RandomStreams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every source of data must do. Extend it, and return the source to be tested. */
public abstract class DataSourceContract {
    @TempDir
    private Path folder;

    private Path photographs = Path.of("none");

    /** The source to be tested: of all photographs in a folder, a share of them to validate with. */
    protected abstract DataSource source(Path photographs);

    @BeforeEach
    void takePhotographs() throws IOException {
        photographs = Studio.photographs(folder.resolve("photographs"), 6);
    }

    @Test
    void plansTheSameForTheSameStreams() throws IOException {
        assertThat(plan(1).photographs()).isEqualTo(plan(1).photographs());
        assertThat(plan(1).photographs()).isNotEqualTo(plan(2).photographs());
    }

    @Test
    void plansWithoutWriting() throws IOException {
        List<Path> before = files(folder);
        plan(1);
        assertThat(files(folder)).isEqualTo(before);
    }

    @Test
    void namesTheFilesThatItReads() throws IOException {
        PatchPlan plan = plan(1);
        assertThat(plan.inputs()).hasSameSizeAs(plan.photographs());
        for (int i = 0; i < plan.inputs().size(); i++) {
            assertThat(plan.inputs().get(i).sha256())
                    .isEqualTo(plan.photographs().get(i).sha256());
        }
    }

    @Test
    void cutsPatchesOfOneSize() throws IOException {
        DataSet set = cut("set");
        for (Patch patch : set.patches()) {
            Image image = set.read(patch);
            assertThat(List.of(image.width(), image.height())).containsOnly(set.side());
        }
    }

    @Test
    void cutsNoPixelTwiceAndNoneOutside() throws IOException {
        DataSet set = cut("set");
        for (SourcePhotograph photograph : set.photographs()) {
            Set<Integer> covered = new HashSet<>();
            for (Crop box : photograph.boxes()) {
                assertThat(box.x() + box.width())
                        .isLessThanOrEqualTo(photograph.extents().width());
                assertThat(box.y() + box.height())
                        .isLessThanOrEqualTo(photograph.extents().height());
                for (int i = 0; i < box.width() * box.height(); i++) {
                    int x = box.x() + i % box.width();
                    int y = box.y() + i / box.width();
                    assertThat(covered.add(y * photograph.extents().width() + x))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void dividesNoPhotographBetweenTrainingAndValidation() throws IOException {
        DataSet set = cut("set");
        assertThat(set.training()).isNotEmpty();
        assertThat(set.validation()).isNotEmpty();
        assertThat(sources(set.training())).doesNotContainAnyElementsOf(sources(set.validation()));
    }

    @Test
    void cutsTheSameAgain() throws IOException {
        DataSet one = cut("one");
        DataSet other = cut("other");
        assertThat(other.hash()).isEqualTo(one.hash());
        for (Path file : files(folder.resolve("one"))) {
            assertThat(folder.resolve("other").resolve(folder.resolve("one").relativize(file)))
                    .hasSameBinaryContentAs(file);
        }
    }

    private PatchPlan plan(long seed) throws IOException {
        return source(photographs).plan(Studio.CODEC, new RandomStreams(seed));
    }

    private DataSet cut(String name) throws IOException {
        return plan(1).cut(folder.resolve(name), Studio.CODEC, Studio.SILENT);
    }

    private static List<String> sources(List<Patch> patches) {
        return patches.stream().map(Patch::source).distinct().toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
