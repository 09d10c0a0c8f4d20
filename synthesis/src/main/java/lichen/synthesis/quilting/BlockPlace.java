package lichen.synthesis.quilting;

/**
 * A place in an image.
 *
 * @param x the column
 * @param y the row
 */
record BlockPlace(int x, int y) {}
