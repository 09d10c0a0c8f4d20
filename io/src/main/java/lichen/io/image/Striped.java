package lichen.io.image;

import java.util.function.IntFunction;
import lichen.core.image.Image;
import lichen.core.image.Size;

/**
 * An image that is made in strips while it is written, and is never there as a whole.
 *
 * @param size its extents
 * @param rows of a strip; the last may have fewer
 * @param strip makes one, by its number from above; asked for one after the other, each once
 */
public record Striped(Size size, int rows, IntFunction<Image> strip) {}
