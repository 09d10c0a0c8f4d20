package lichen.io.data;

import java.util.ArrayList;
import java.util.List;
import lichen.core.image.Crop;
import lichen.core.image.Size;

/** As many squares of one side as lie side by side in an image. */
final class Squares {
    private Squares() {}

    /** Their boxes, row by row; what is left over is shared by the opposite edges. */
    static List<Crop> boxes(Size extents, int side) {
        int columns = extents.width() / side;
        int rows = extents.height() / side;
        int left = (extents.width() - columns * side) / 2;
        int top = (extents.height() - rows * side) / 2;
        List<Crop> boxes = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                boxes.add(new Crop(left + column * side, top + row * side, side, side));
            }
        }
        return List.copyOf(boxes);
    }
}
