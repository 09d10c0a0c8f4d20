package lichen.app.experiment.map;

/**
 * A patch in its place.
 *
 * @param thumbnail the patch
 * @param x where its middle is, in pixels from the left of the drawing
 * @param y where its middle is, in pixels from the top
 * @param colour of its frame: 0xRRGGBB, the same for all of one source
 */
record Marker(Thumbnail thumbnail, int x, int y, int colour) {}
