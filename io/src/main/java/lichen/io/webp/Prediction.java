package lichen.io.webp;

/** What a square of levels is predicted to be from those above and to the left of it (RFC 6386, sections 12.2 and 12.3). */
enum Prediction {
    /** The mean of the border. */
    MEAN {
        @Override
        void predict(MacroblockPlane plane, int x, int y, int side) {
            int sum = 0;
            for (int i = 0; i < side; i++) {
                sum += (y > 0 ? plane.get(x + i, y - 1) : 0) + (x > 0 ? plane.get(x - 1, y + i) : 0);
            }
            int count = (y > 0 ? side : 0) + (x > 0 ? side : 0);
            int mean = count == 0 ? UNKNOWN : (sum + count / 2) / count;
            fill(plane, x, y, side, (column, row) -> mean);
        }
    },
    /** Each column is as the level above it. */
    VERTICAL {
        @Override
        void predict(MacroblockPlane plane, int x, int y, int side) {
            fill(plane, x, y, side, (column, row) -> plane.get(x + column, y - 1));
        }
    },
    /** Each row is as the level to the left of it. */
    HORIZONTAL {
        @Override
        void predict(MacroblockPlane plane, int x, int y, int side) {
            fill(plane, x, y, side, (column, row) -> plane.get(x - 1, y + row));
        }
    },
    /** A slope. */
    SLOPE {
        @Override
        void predict(MacroblockPlane plane, int x, int y, int side) {
            int corner = plane.get(x - 1, y - 1);
            fill(plane, x, y, side, (column, row) -> plane.get(x - 1, y + row) + plane.get(x + column, y - 1) - corner);
        }
    };

    private static final int UNKNOWN = 128;

    /** Fills a square with what is predicted. */
    abstract void predict(MacroblockPlane plane, int x, int y, int side);

    /** A level by its place in a square. */
    @FunctionalInterface
    interface Levels {
        int at(int column, int row);
    }

    static void fill(MacroblockPlane plane, int x, int y, int side, Levels levels) {
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                plane.set(x + column, y + row, levels.at(column, row));
            }
        }
    }
}
