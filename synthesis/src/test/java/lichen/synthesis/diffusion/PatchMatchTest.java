package lichen.synthesis.diffusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import lichen.core.image.Image;
import lichen.core.image.Resize;
import lichen.core.image.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PatchMatchTest {
    private static final Size SIZE = new Size(40, 30);
    private static final QueryGrid GRID = new QueryGrid(SIZE, 2, 1, 0);
    private static final PatchDiffusion SETTINGS = new PatchDiffusion(5, 4, 2, 2, true);
    private static final Exemplar EXEMPLAR = Exemplar.of(smooth(48, 36, 1), SETTINGS);

    @Test
    void measuresPatchesAcrossTheBordersOfWhatTiles() {
        float[] image = Planes.centred(smooth(40, 30, 2));
        Queries queries = new Queries(image, GRID, 5);
        int query = GRID.count() - 1;
        int place = EXEMPLAR.place(1, 7, 9);

        double expected = 0;
        for (int y = 0; y < 5; y++) {
            for (int x = 0; x < 5 * 3; x++) {
                int column = (GRID.x(query) * 3 + x) % (40 * 3);
                float here = image[(GRID.y(query) + y) % 30 * 40 * 3 + column];
                float there = EXEMPLAR.values()[(place + y * 48) * 3 + x];
                expected += (here - there) * (here - there);
            }
        }

        assertThat(GRID.x(query) + 5).as("reaches beyond the right border").isGreaterThan(40);
        assertThat((double) queries.distance(query, EXEMPLAR.values(), 48, place, Float.MAX_VALUE))
                .isCloseTo(expected, Offset.offset(1e-4));
    }

    @Test
    void findsPatchesAboutAsNearAsThereAre() {
        Queries queries = new Queries(Planes.centred(smooth(40, 30, 2)), GRID, 5);
        PatchField field = new PatchField(GRID);
        PatchMatch match = new PatchMatch(queries, EXEMPLAR, EXEMPLAR.values());
        match.improve(field, 0, 1);
        double any = 0;
        for (int query = 0; query < GRID.count(); query++) {
            any += field.distance(query);
        }
        match.improve(field, 12, 1);

        double found = 0;
        double nearest = 0;
        for (int query = 0; query < GRID.count(); query++) {
            found += field.distance(query);
            nearest += exhaustive(queries, query);
        }
        assertThat(found).isBetween(nearest * 0.999, nearest * 1.4);
        assertThat(any).as("the distance of the places it begins with").isGreaterThan(nearest * 3);
    }

    @Test
    void findsEachPatchOfThePhotographWhereItIs() {
        Image photograph = smooth(48, 36, 1);
        QueryGrid grid = new QueryGrid(photograph.size(), 1, 0, 0);
        PatchField field = new PatchField(grid);
        new PatchMatch(new Queries(Planes.centred(photograph), grid, 5), EXEMPLAR, EXEMPLAR.values())
                .improve(field, 6, 1);

        int inside = 0;
        int exact = 0;
        for (int query = 0; query < grid.count(); query++) {
            if (grid.x(query) <= EXEMPLAR.lastColumn(0) && grid.y(query) <= EXEMPLAR.lastRow(0)) {
                inside++;
                exact += field.place(query) == EXEMPLAR.place(0, grid.x(query), grid.y(query)) ? 1 : 0;
            }
        }
        assertThat(exact).isGreaterThan(inside * 9 / 10);
    }

    private static float exhaustive(Queries queries, int query) {
        float least = Float.MAX_VALUE;
        for (int plane = 0; plane < 2; plane++) {
            for (int y = 0; y <= EXEMPLAR.lastRow(0); y++) {
                for (int x = 0; x <= EXEMPLAR.lastColumn(0); x++) {
                    int place = EXEMPLAR.place(plane, x, y);
                    least = Math.min(least, queries.distance(query, EXEMPLAR.values(), 48, place, least));
                }
            }
        }
        return least;
    }

    /** Noise whose neighbouring pixels are alike. */
    private static Image smooth(int width, int height, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] coarse = new float[(width / 4 + 2) * (height / 4 + 2) * 3];
        for (int i = 0; i < coarse.length; i++) {
            coarse[i] = random.nextFloat();
        }
        Size size = new Size(width, height);
        return Resize.circular(Image.of(width / 4 + 2, height / 4 + 2, coarse), size);
    }
}
