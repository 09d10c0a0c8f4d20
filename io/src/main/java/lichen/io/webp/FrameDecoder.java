package lichen.io.webp;

import java.util.Arrays;

/** Decodes a frame macroblock by macroblock: 16 x 16 levels of luma, 8 x 8 of each colour difference. For one frame. */
final class FrameDecoder {
    private static final int LUMA = 16;
    private static final int COLOUR = 8;
    private static final int BLOCK = 4;
    private static final int SQUARE = 16;

    private final FrameHeader header;
    private final int columns;
    private final int rows;
    private final MacroblockPlane luma;
    private final MacroblockPlane blue;
    private final MacroblockPlane red;
    private final int[] coefficients = new int[Coefficients.COUNT];
    private final byte[] levels;
    private final boolean[] inner;

    FrameDecoder(FrameHeader header) {
        this.header = header;
        columns = (header.width() + LUMA - 1) / LUMA;
        rows = (header.height() + LUMA - 1) / LUMA;
        luma = new MacroblockPlane(LUMA * columns, LUMA * rows);
        blue = new MacroblockPlane(COLOUR * columns, COLOUR * rows);
        red = new MacroblockPlane(COLOUR * columns, COLOUR * rows);
        levels = new byte[columns * rows];
        inner = new boolean[columns * rows];
    }

    LossyPicture decode() {
        Modes modes = new Modes(header, columns);
        Coefficients reader = new Coefficients(header.probabilities(), columns);
        for (int row = 0; row < rows; row++) {
            modes.beginRow();
            reader.beginRow();
            BoolDecoder in = header.partitions()[row % header.partitions().length];
            for (int column = 0; column < columns; column++) {
                decode(modes.next(column), reader, in, column, row);
            }
        }
        if (header.filter().level() > 0) {
            EdgeFilter filter = new EdgeFilter(header.filter(), luma, blue, red);
            for (int i = 0; i < levels.length; i++) {
                filter.smooth(i % columns, i / columns, levels[i], inner[i]);
            }
        }
        byte[] rgb = new Colours(luma, blue, red, header.width(), header.height()).rgb();
        return new LossyPicture(header.width(), header.height(), rgb);
    }

    private void decode(Modes.Mode mode, Coefficients reader, BoolDecoder in, int column, int row) {
        Arrays.fill(coefficients, 0);
        boolean any = false;
        if (mode.isEmpty()) {
            reader.skip(column, mode.inBlocks());
        } else {
            QuantizerSteps steps = header.segments().steps().get(mode.segment());
            any = reader.read(in, column, mode.inBlocks(), steps, coefficients);
        }
        int x = LUMA * column;
        int y = LUMA * row;
        if (mode.inBlocks()) {
            decodeBlocks(mode.blocks(), column, row);
        } else {
            mode.luma().predict(luma, x, y, LUMA);
            add(luma, x, y, 0, LUMA);
        }
        for (MacroblockPlane plane : new MacroblockPlane[] {blue, red}) {
            mode.colour().predict(plane, COLOUR * column, COLOUR * row, COLOUR);
            add(plane, COLOUR * column, COLOUR * row, plane == blue ? 16 : 20, COLOUR);
        }
        int place = row * columns + column;
        levels[place] = (byte) header.filter().level(header.segments(), mode.segment(), mode.inBlocks());
        inner[place] = mode.inBlocks() || any;
    }

    private void add(MacroblockPlane plane, int x, int y, int first, int side) {
        int across = side / BLOCK;
        for (int i = 0; i < across * across; i++) {
            Transform.add(
                    coefficients, SQUARE * (first + i), plane, x + BLOCK * (i % across), y + BLOCK * (i / across));
        }
    }

    /** Each block is predicted from what was decoded of those before. */
    private void decodeBlocks(BlockPrediction[] modes, int column, int row) {
        int[] border = new int[13];
        for (int i = 0; i < SQUARE; i++) {
            int x = LUMA * column + BLOCK * (i % BLOCK);
            int y = LUMA * row + BLOCK * (i / BLOCK);
            for (int j = 0; j < BLOCK; j++) {
                border[j] = luma.get(x - 1, y + 3 - j);
                border[5 + j] = luma.get(x + j, y - 1);
                border[9 + j] = aboveRight(x + BLOCK + j, y - 1, column, row);
            }
            border[4] = luma.get(x - 1, y - 1);
            modes[i].predict(luma, x, y, border);
            Transform.add(coefficients, SQUARE * i, luma, x, y);
        }
    }

    /** A level above and to the right; beyond the macroblock those above it stand for all, beyond the picture its last. */
    private int aboveRight(int x, int y, int column, int row) {
        int end = LUMA * (column + 1);
        if (x < end) {
            return luma.get(x, y);
        }
        int above = LUMA * row - 1;
        boolean isOutside = column + 1 == columns && row > 0;
        return row == 0 ? luma.get(0, -1) : luma.get(isOutside ? end - 1 : x, above);
    }
}
