package lichen.io.webp;

/**
 * What a block of 4 x 4 levels of luma is predicted to be (RFC 6386, section 12.3), in the order of its modes.
 *
 * <p>The border is one line from the lowest level to the left, 0 to 3, over the corner, 4, to the last above, 5 to 12.
 */
enum BlockPrediction {
    MEAN {
        @Override
        int at(int[] border, int column, int row) {
            int sum = 4;
            for (int i = 0; i < 4; i++) {
                sum += border[i] + border[5 + i];
            }
            return sum >> 3;
        }
    },
    SLOPE {
        @Override
        int at(int[] border, int column, int row) {
            return border[3 - row] + border[5 + column] - border[CORNER];
        }
    },
    VERTICAL {
        @Override
        int at(int[] border, int column, int row) {
            return smooth(border, 5 + column);
        }
    },
    HORIZONTAL {
        @Override
        int at(int[] border, int column, int row) {
            return row == 3 ? border[1] + 3 * border[0] + 2 >> 2 : smooth(border, 3 - row);
        }
    },
    LEFT_DOWN {
        @Override
        int at(int[] border, int column, int row) {
            int i = 6 + column + row;
            return i == 12 ? border[11] + 3 * border[12] + 2 >> 2 : smooth(border, i);
        }
    },
    RIGHT_DOWN {
        @Override
        int at(int[] border, int column, int row) {
            return smooth(border, CORNER + column - row);
        }
    },
    VERTICAL_RIGHT {
        @Override
        int at(int[] border, int column, int row) {
            int i = 2 * column - row;
            if (i < 0) {
                return smooth(border, CORNER + 1 + i);
            }
            int start = CORNER + i / 2;
            return i % 2 == 0 ? mean(border, start) : smooth(border, start + 1);
        }
    },
    VERTICAL_LEFT {
        @Override
        int at(int[] border, int column, int row) {
            if (column == 3 && row >= 2) {
                return smooth(border, row == 2 ? 10 : 11);
            }
            int start = 5 + column + row / 2;
            return row % 2 == 0 ? mean(border, start) : smooth(border, start + 1);
        }
    },
    HORIZONTAL_DOWN {
        @Override
        int at(int[] border, int column, int row) {
            int i = 2 * row - column;
            if (i < 0) {
                return smooth(border, CORNER - 1 - i);
            }
            int start = 3 - i / 2;
            return i % 2 == 0 ? mean(border, start) : smooth(border, start);
        }
    },
    HORIZONTAL_UP {
        @Override
        int at(int[] border, int column, int row) {
            int i = column + 2 * row;
            if (i > 5) {
                return border[0];
            }
            if (i == 5) {
                return border[1] + 3 * border[0] + 2 >> 2;
            }
            int start = 3 - i / 2;
            return i % 2 == 0 ? mean(border, start - 1) : smooth(border, start - 1);
        }
    };

    private static final int CORNER = 4;
    private static final int SIDE = 4;

    /** The level of a place in the block. */
    abstract int at(int[] border, int column, int row);

    /**
     * Fills a block with what is predicted.
     *
     * @param border {@code [13]}, as above
     */
    void predict(MacroblockPlane plane, int x, int y, int[] border) {
        Prediction.fill(plane, x, y, SIDE, (column, row) -> at(border, column, row));
    }

    private static int mean(int[] border, int first) {
        return border[first] + border[first + 1] + 1 >> 1;
    }

    private static int smooth(int[] border, int middle) {
        return border[middle - 1] + 2 * border[middle] + border[middle + 1] + 2 >> 2;
    }
}
