package lichen.synthesis.diffusion;

import static org.assertj.core.api.Assertions.assertThat;

import lichen.core.image.Size;
import org.junit.jupiter.api.Test;

class PatchFieldTest {
    private static final PatchDiffusion SETTINGS = new PatchDiffusion(5, 4, 1, 2, false);

    @Test
    void liesAtAFinerScaleWhereItLayAtTheCoarser() {
        Exemplar coarse = Exemplar.of(Pattern.chequers(20, 4), SETTINGS);
        Exemplar fine = Exemplar.of(Pattern.chequers(40, 8), SETTINGS);
        QueryGrid coarseGrid = new QueryGrid(new Size(20, 20), 1, 0, 0);
        QueryGrid fineGrid = new QueryGrid(new Size(40, 40), 1, 0, 0);
        PatchField identity = new PatchField(coarseGrid);
        for (int query = 0; query < coarseGrid.count(); query++) {
            int x = Math.min(coarse.lastColumn(0), coarseGrid.x(query));
            int y = Math.min(coarse.lastRow(0), coarseGrid.y(query));
            identity.set(query, coarse.place(0, x, y), 0);
        }

        PatchField finer = identity.finer(fineGrid, fine, coarseGrid, coarse);
        for (int query = 0; query < fineGrid.count(); query++) {
            int x = fineGrid.x(query);
            int y = fineGrid.y(query);
            if (x > 3 && y > 3 && x < 28 && y < 28) {
                assertThat(Math.abs(fine.x(finer.place(query)) - x)).isLessThanOrEqualTo(1);
                assertThat(Math.abs(fine.y(finer.place(query)) - y)).isLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void givesThePhotographBackWhenItsPatchesAreFoldedWhereTheyLie() {
        Exemplar exemplar = Exemplar.of(Pattern.chequers(20, 4), SETTINGS);
        Fold fold = new Fold(new Size(20, 20), 5);
        for (int y = 0; y <= exemplar.lastRow(0); y++) {
            for (int x = 0; x <= exemplar.lastColumn(0); x++) {
                fold.lay(x, y, exemplar.values(), exemplar.width(), exemplar.place(0, x, y));
            }
        }

        float[] folded = fold.image();
        for (int i = 0; i < folded.length; i++) {
            assertThat(folded[i]).isEqualTo(exemplar.values()[i]);
        }
    }
}
