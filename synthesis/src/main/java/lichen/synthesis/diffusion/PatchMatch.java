package lichen.synthesis.diffusion;

import java.util.random.RandomGenerator;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.HostWork;

/**
 * Finds nearest patches, nearly: what fits a patch fits its neighbour, one pixel on; and what fits even better is looked for at
 * random, nearer and nearer by.
 *
 * <p>Blocks of rows are worked on at the same time. Their number is fixed, each has random numbers of its own, and neighbours in
 * other blocks are taken as they were before the pass: the outcome does not depend on the number of processors.
 *
 * <p>Source: Barnes et al., "PatchMatch: A Randomized Correspondence Algorithm for Structural Image Editing", SIGGRAPH 2009,
 * section 3.
 */
final class PatchMatch {
    private static final int BLOCKS = 16;

    private final Queries queries;
    private final Exemplar exemplar;
    private final float[] photograph;

    /**
     * What is looked for where.
     *
     * @param photograph the exemplar's numbers, as they are compared
     */
    PatchMatch(Queries queries, Exemplar exemplar, float[] photograph) {
        this.queries = queries;
        this.exemplar = exemplar;
        this.photograph = photograph;
    }

    /** Makes a field better, in so many passes. */
    void improve(PatchField field, int passes, long seed) {
        int rows = queries.grid().rows();
        HostWork.of(rows).run((worker, row) -> measure(field, row));
        int blocks = Math.min(BLOCKS, rows);
        for (int pass = 0; pass < passes; pass++) {
            int[] before = field.places();
            boolean forward = pass % 2 == 0;
            RandomStreams streams = new RandomStreams(seed + pass);
            HostWork.of(blocks).run((worker, block) -> {
                RandomGenerator random = streams.stream("block " + block);
                int first = rows * block / blocks;
                int last = rows * (block + 1) / blocks - 1;
                new Pass(field, before, first, last, forward, random).run();
            });
        }
    }

    private void measure(PatchField field, int row) {
        int columns = queries.grid().columns();
        for (int query = row * columns; query < (row + 1) * columns; query++) {
            int place = field.place(query);
            field.set(query, place, distance(query, place, Float.MAX_VALUE));
        }
    }

    private float distance(int query, int place, float enough) {
        return queries.distance(query, photograph, exemplar.width(), place, enough);
    }

    /** One way through a block of rows. */
    private final class Pass {
        private final PatchField field;
        private final int[] before;
        private final int first;
        private final int last;
        private final boolean forward;
        private final RandomGenerator random;

        Pass(PatchField field, int[] before, int first, int last, boolean forward, RandomGenerator random) {
            this.field = field;
            this.before = before;
            this.first = first;
            this.last = last;
            this.forward = forward;
            this.random = random;
        }

        void run() {
            int columns = queries.grid().columns();
            int count = (last - first + 1) * columns;
            for (int i = 0; i < count; i++) {
                int query = first * columns + (forward ? i : count - 1 - i);
                propagate(query);
                search(query);
            }
        }

        private void propagate(int query) {
            QueryGrid grid = queries.grid();
            int step = forward ? -1 : 1;
            int row = query / grid.columns();
            int column = query % grid.columns();
            int beside = row * grid.columns() + grid.column(column + step);
            propose(query, field.place(beside), -step * grid.spacing(), 0);
            int above = grid.row(row + step);
            int there = above * grid.columns() + column;
            boolean isOwn = above >= first && above <= last;
            propose(query, isOwn ? field.place(there) : before[there], 0, -step * grid.spacing());
        }

        private void search(int query) {
            int plane = exemplar.planeFor(queries.region(query), random);
            int most = Math.max(exemplar.lastColumn(plane), exemplar.lastRow(plane));
            for (int reach = most; reach >= 1; reach /= 2) {
                int place = field.place(query);
                int x = exemplar.x(place) + random.nextInt(-reach, reach + 1);
                int y = exemplar.y(place) + random.nextInt(-reach, reach + 1);
                offer(query, exemplar.nearest(plane, x, y));
                plane = exemplar.plane(field.place(query));
            }
        }

        private void propose(int query, int place, int right, int down) {
            int x = exemplar.x(place) + right;
            int y = exemplar.y(place) + down;
            int plane = exemplar.plane(place);
            if (x >= 0 && x <= exemplar.lastColumn(plane) && y >= 0 && y <= exemplar.lastRow(plane)) {
                offer(query, exemplar.place(plane, x, y));
            }
        }

        private void offer(int query, int place) {
            float best = field.distance(query);
            if (place != field.place(query) && exemplar.region(place) == queries.region(query)) {
                float distance = distance(query, place, best);
                if (distance < best) {
                    field.set(query, place, distance);
                }
            }
        }
    }
}
