package lichen.app.experiment.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lichen.app.experiment.drawing.PictureGrid;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.io.data.DataSet;
import lichen.io.data.Patch;
import lichen.model.train.Reconstruction;

/**
 * A few patches above their reconstructions. They are taken evenly from those that are not trained on, or from all where
 * there are none.
 *
 * @param originals the patches
 */
record Strip(List<Image> originals) {
    /** Chooses and reads patches. */
    static Strip of(DataSet set, int most) throws IOException {
        List<Patch> patches = set.validation().isEmpty() ? set.training() : set.validation();
        int count = Math.min(most, patches.size());
        List<Image> originals = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            originals.add(set.read(patches.get(i * patches.size() / count)));
        }
        return new Strip(originals);
    }

    /** Draws the patches, and below them what the network makes of them now. */
    Image draw(Reconstruction program) {
        List<PictureGrid.Cell> above = new ArrayList<>();
        List<PictureGrid.Cell> below = new ArrayList<>();
        Size size = program.size();
        float[] batch = new float[program.numbers()];
        int each = batch.length / program.images();
        for (int first = 0; first < originals.size(); first += program.images()) {
            int count = Math.min(program.images(), originals.size() - first);
            for (int i = 0; i < count; i++) {
                System.arraycopy(originals.get(first + i).toArray(), 0, batch, i * each, each);
            }
            float[] made = program.reconstruct(batch);
            for (int i = 0; i < count; i++) {
                float[] one = new float[each];
                System.arraycopy(made, i * each, one, 0, each);
                above.add(new PictureGrid.Cell(originals.get(first + i), ""));
                below.add(new PictureGrid.Cell(Image.of(size.width(), size.height(), one), ""));
            }
        }
        return new PictureGrid(List.of(), List.of(above, below)).draw(size);
    }
}
