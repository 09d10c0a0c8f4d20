package lichen.synthesis.diffusion;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** For each patch of an image, a place in the photograph, and how far the two patches are from each other. */
final class PatchField {
    private final int columns;
    private final int[] places;
    private final float[] distances;

    PatchField(QueryGrid grid) {
        columns = grid.columns();
        places = new int[grid.count()];
        distances = new float[grid.count()];
    }

    /** The places of a coarser image's patches, with all that lies between. */
    PatchField finer(QueryGrid grid, Exemplar exemplar, QueryGrid coarse, Exemplar coarser) {
        PatchField field = new PatchField(grid);
        double across = (double) exemplar.width() / coarser.width();
        double middle = exemplar.patch() / 2.0;
        for (int i = 0; i < field.places.length; i++) {
            double x = (i % field.columns * grid.spacing() + middle) / across - middle;
            double y = (i / field.columns * (double) grid.spacing() + middle) / across - middle;
            int column = coarse.column(Math.round(x / coarse.spacing()));
            int row = coarse.row(Math.round(y / coarse.spacing()));
            int place = places[row * columns + column];
            double right = x - Math.round(x / coarse.spacing()) * coarse.spacing();
            double down = y - Math.round(y / coarse.spacing()) * coarse.spacing();
            field.places[i] = exemplar.nearest(
                    coarser.plane(place),
                    (coarser.x(place) + right + middle) * across - middle,
                    (coarser.y(place) + down + middle) * across - middle);
        }
        return field;
    }

    /** The places of the same patches, each of which now lies some pixels further. */
    void move(Exemplar exemplar, int right, int down) {
        for (int i = 0; i < places.length; i++) {
            int place = places[i];
            places[i] = exemplar.nearest(exemplar.plane(place), exemplar.x(place) + right, exemplar.y(place) + down);
        }
    }

    /** Gives each patch whose place is not lent to its region any other that is. */
    void settle(Exemplar exemplar, int[] regions, RandomGenerator random) {
        Map<Integer, int[]> lent = new HashMap<>();
        for (int query = 0; query < places.length; query++) {
            int region = regions[query];
            if (exemplar.region(places[query]) != region) {
                int[] all = lent.computeIfAbsent(region, exemplar::places);
                places[query] = all[random.nextInt(all.length)];
            }
        }
    }

    int place(int query) {
        return places[query];
    }

    float distance(int query) {
        return distances[query];
    }

    void set(int query, int place, float distance) {
        places[query] = place;
        distances[query] = distance;
    }

    /** A copy of all places, by query. */
    int[] places() {
        return places.clone();
    }
}
