package lichen.io.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lichen.core.check.InvalidValueException;
import lichen.core.image.Crop;
import lichen.core.image.Image;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatchSheetTest {
    private static final int STEP = 34;

    @TempDir
    private Path folder;

    private List<Patch> patches = List.of();

    @BeforeEach
    void cut() throws IOException {
        patches = Studio.dataSet(folder, 2).patches();
    }

    private DataSet set() throws IOException {
        return DataSet.read(folder.resolve("set"), Studio.CODEC);
    }

    @Test
    void showsEveryPatchRowByRowOnWhite() throws IOException {
        Image sheet = new PatchSheet(100, 32).of(set());
        // Twelve patches in four columns and three rows, two pixels apart.
        assertThat(List.of(sheet.width(), sheet.height())).containsExactly(2 + 4 * STEP, 2 + 3 * STEP);
        for (int i = 0; i < 12; i++) {
            assertThat(cell(sheet, i % 4, i / 4))
                    .isEqualTo(set().read(patches.get(i)).toArray());
        }
        assertThat(sheet.crop(new Crop(STEP, 0, 2, sheet.height())).toArray()).containsOnly(1f);
        assertThat(sheet.crop(new Crop(0, STEP, sheet.width(), 2)).toArray()).containsOnly(1f);
    }

    @Test
    void choosesEvenlyWhereThereAreTooMany() throws IOException {
        Image sheet = new PatchSheet(4, 32).of(set());
        for (int i = 0; i < 4; i++) {
            assertThat(cell(sheet, i % 2, i / 2))
                    .isEqualTo(set().read(patches.get(3 * i)).toArray());
        }
    }

    @Test
    void shrinksPatchesToThumbnails() throws IOException {
        Image sheet = new PatchSheet(1, 8).of(set());
        assertThat(List.of(sheet.width(), sheet.height())).containsOnly(12);
    }

    @Test
    void refusesASheetThatIsTooLargeBeforeItIsMade() {
        assertThatThrownBy(() -> new PatchSheet(10_000, 512))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("100 megapixels");
    }

    private static float[] cell(Image sheet, int column, int row) {
        return sheet.crop(new Crop(2 + column * STEP, 2 + row * STEP, 32, 32)).toArray();
    }
}
