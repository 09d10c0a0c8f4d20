package lichen.io.data;

import static org.assertj.core.api.Assertions.assertThat;

import lichen.core.image.Crop;
import lichen.core.image.Size;
import org.junit.jupiter.api.Test;

class SquaresTest {
    @Test
    void laysSquaresSideBySideInTheMiddle() {
        assertThat(Squares.boxes(new Size(25, 13), 10))
                .containsExactly(new Crop(2, 1, 10, 10), new Crop(12, 1, 10, 10));
        assertThat(Squares.boxes(new Size(8, 13), 4))
                .containsExactly(
                        new Crop(0, 0, 4, 4),
                        new Crop(4, 0, 4, 4),
                        new Crop(0, 4, 4, 4),
                        new Crop(4, 4, 4, 4),
                        new Crop(0, 8, 4, 4),
                        new Crop(4, 8, 4, 4));
    }

    @Test
    void takesAWholeSquareAsItIs() {
        assertThat(Squares.boxes(new Size(7, 7), 7)).containsExactly(new Crop(0, 0, 7, 7));
    }
}
