package lichen.io.webp;

import java.util.Arrays;

/** How the macroblocks of a frame are predicted (RFC 6386, sections 10, 11 and 19.3), in the order in which they stand. */
final class Modes {
    private static final int SIDE = 4;
    private static final int MODES = 10;
    private static final int[] OF_BLOCKS = Constants.of("sub-block-modes");
    private static final int BITS = OF_BLOCKS.length / MODES / MODES;

    private final FrameHeader header;
    private final BoolDecoder in;
    private final int[] above;
    private final int[] left = new int[SIDE];

    Modes(FrameHeader header, int columns) {
        this.header = header;
        in = header.modes();
        above = new int[SIDE * columns];
    }

    /**
     * The modes of one macroblock.
     *
     * @param segment the segment it is of
     * @param isEmpty whether it has no coefficients
     * @param luma how luma is predicted, where it is not block by block
     * @param blocks how its 16 blocks are predicted; empty where they are not each by itself
     * @param colour how the colour differences are predicted
     */
    record Mode(int segment, boolean isEmpty, Prediction luma, BlockPrediction[] blocks, Prediction colour) {
        boolean inBlocks() {
            return blocks.length > 0;
        }
    }

    /** Begins a row of macroblocks. */
    void beginRow() {
        Arrays.fill(left, 0);
    }

    /** Reads the modes of the next macroblock, which is in this column. */
    Mode next(int column) {
        int segment = header.segments().next(in);
        boolean isEmpty = header.skip() >= 0 && in.bit(header.skip()) == 1;
        if (in.bit(145) == 0) {
            BlockPrediction[] blocks = blocks(column);
            return new Mode(segment, isEmpty, Prediction.MEAN, blocks, colour());
        }
        Prediction luma = in.bit(156) == 0
                ? in.bit(163) == 0 ? Prediction.MEAN : Prediction.VERTICAL
                : in.bit(128) == 0 ? Prediction.HORIZONTAL : Prediction.SLOPE;
        int alike = switch (luma) {
            case MEAN -> BlockPrediction.MEAN.ordinal();
            case VERTICAL -> BlockPrediction.VERTICAL.ordinal();
            case HORIZONTAL -> BlockPrediction.HORIZONTAL.ordinal();
            case SLOPE -> BlockPrediction.SLOPE.ordinal();
        };
        Arrays.fill(left, alike);
        Arrays.fill(above, SIDE * column, SIDE * (column + 1), alike);
        return new Mode(segment, isEmpty, luma, new BlockPrediction[0], colour());
    }

    private BlockPrediction[] blocks(int column) {
        BlockPrediction[] blocks = new BlockPrediction[SIDE * SIDE];
        for (int i = 0; i < blocks.length; i++) {
            int x = SIDE * column + i % SIDE;
            int y = i / SIDE;
            int mode = block((above[x] * MODES + left[y]) * BITS);
            above[x] = mode;
            left[y] = mode;
            blocks[i] = BlockPrediction.values()[mode];
        }
        return blocks;
    }

    /** The tree of section 11.2. */
    private int block(int at) {
        if (in.bit(OF_BLOCKS[at]) == 0) {
            return BlockPrediction.MEAN.ordinal();
        }
        if (in.bit(OF_BLOCKS[at + 1]) == 0) {
            return BlockPrediction.SLOPE.ordinal();
        }
        if (in.bit(OF_BLOCKS[at + 2]) == 0) {
            return BlockPrediction.VERTICAL.ordinal();
        }
        return (in.bit(OF_BLOCKS[at + 3]) == 0 ? rightward(at) : downward(at)).ordinal();
    }

    private BlockPrediction rightward(int at) {
        if (in.bit(OF_BLOCKS[at + 4]) == 0) {
            return BlockPrediction.HORIZONTAL;
        }
        return in.bit(OF_BLOCKS[at + 5]) == 0 ? BlockPrediction.RIGHT_DOWN : BlockPrediction.VERTICAL_RIGHT;
    }

    private BlockPrediction downward(int at) {
        if (in.bit(OF_BLOCKS[at + 6]) == 0) {
            return BlockPrediction.LEFT_DOWN;
        }
        if (in.bit(OF_BLOCKS[at + 7]) == 0) {
            return BlockPrediction.VERTICAL_LEFT;
        }
        return in.bit(OF_BLOCKS[at + 8]) == 0 ? BlockPrediction.HORIZONTAL_DOWN : BlockPrediction.HORIZONTAL_UP;
    }

    private Prediction colour() {
        if (in.bit(142) == 0) {
            return Prediction.MEAN;
        }
        if (in.bit(114) == 0) {
            return Prediction.VERTICAL;
        }
        return in.bit(183) == 0 ? Prediction.HORIZONTAL : Prediction.SLOPE;
    }
}
