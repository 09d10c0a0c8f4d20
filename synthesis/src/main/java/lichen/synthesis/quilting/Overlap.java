package lichen.synthesis.quilting;

/**
 * The part of a block's place where there is an image already: strips along its sides.
 *
 * @param block the side of the block
 * @param left the width of the strip on the left; 0 for none
 * @param top the height of the strip at the top
 * @param right the width of the strip on the right
 * @param bottom the height of the strip at the bottom
 */
record Overlap(int block, int left, int top, int right, int bottom) {
    /** Whether there is an image already at a column and a row of the block. */
    boolean covers(int column, int row) {
        return column < left || row < top || column >= block - right || row >= block - bottom;
    }
}
