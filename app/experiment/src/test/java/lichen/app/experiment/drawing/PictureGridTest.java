package lichen.app.experiment.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import lichen.core.check.InvalidValueException;
import lichen.core.image.Image;
import lichen.core.image.Size;
import org.junit.jupiter.api.Test;

class PictureGridTest {
    private static final Size TILE = new Size(16, 8);
    private static final Size WIDE = new Size(128, 8);

    @Test
    void putsEveryImageInItsPlace() {
        PictureGrid grid =
                new PictureGrid(List.of(), List.of(List.of(cell(0), cell(0.2f)), List.of(cell(0.4f), cell(0.6f))));
        Image picture = grid.draw(TILE);
        assertThat(picture.width()).isEqualTo(3 * 12 + 2 * 16);
        assertThat(picture.height()).isEqualTo(3 * 12 + 2 * 8);
        assertThat(picture.at(12, 12, 0)).isEqualTo(0);
        assertThat(picture.at(12 + 16 + 12, 12 + 7, 1)).isEqualTo(0.2f);
        assertThat(picture.at(12 + 15, 12 + 8 + 12, 2)).isEqualTo(0.4f);
        assertThat(picture.at(12 + 16 + 12 + 15, 12 + 8 + 12 + 7, 0)).isEqualTo(0.6f);
        assertThat(picture.at(12 + 16 + 5, 15, 0)).as("between the images").isEqualTo(1);
    }

    @Test
    void leavesRoomForWordsWhereThereAreAny() {
        List<List<PictureGrid.Cell>> row = List.of(List.of(new PictureGrid.Cell(grey(0.5f), "gravel")));
        assertThat(new PictureGrid(List.of("photograph"), row).draw(WIDE).height())
                .isEqualTo(new PictureGrid(List.of(), List.of(List.of(cell(0.5f))))
                                .draw(WIDE)
                                .height()
                        + 2 * 24);
    }

    @Test
    void showsAllOfTheHeadsHoweverNarrowTheImages() {
        assertThat(head("recommended-with-eight-orientations-and-more"))
                .isNotEqualTo(head("recommended-with-eight-orientations-and-less"));
        assertThat(head("recommended-with-four-orientations-and-more"))
                .isNotEqualTo(head("recommended-with-eight-orientations-and-more"));
        try (Canvas canvas = new Canvas(1, 1)) {
            assertThat(String.join("", canvas.lines("four-orientations_and-more", 15, 100)))
                    .isEqualTo("four-orientations_and-more");
            assertThat(canvas.lines("four-orientations_and-more", 15, 100)).hasSizeGreaterThan(1);
            assertThat(canvas.lines("short", 15, 100)).containsExactly("short");
        }
    }

    private static float[] head(String name) {
        return new PictureGrid(List.of(name), List.of(List.of(cell(0.5f))))
                .draw(WIDE)
                .toArray();
    }

    @Test
    void drawsShortRowsAndImagesOfOtherExtents() {
        PictureGrid.Cell large = new PictureGrid.Cell(Image.of(64, 64, filled(64 * 64 * 3, 0.2f)), "");
        Image picture = new PictureGrid(List.of(), List.of(List.of(cell(0), cell(0)), List.of(large))).draw(TILE);
        assertThat(picture.at(12 + 8, 12 + 8 + 12 + 4, 0)).isEqualTo(0.2f);
        assertThat(picture.at(12 + 16 + 12 + 8, 12 + 8 + 12 + 4, 0)).isEqualTo(1);
    }

    @Test
    void needsAnImage() {
        assertThatThrownBy(() -> new PictureGrid(List.of(), List.of())).isInstanceOf(InvalidValueException.class);
    }

    private static PictureGrid.Cell cell(float value) {
        return new PictureGrid.Cell(grey(value), "");
    }

    private static Image grey(float value) {
        return Image.of(16, 8, filled(16 * 8 * 3, value));
    }

    private static float[] filled(int length, float value) {
        float[] values = new float[length];
        Arrays.fill(values, value);
        return values;
    }
}
