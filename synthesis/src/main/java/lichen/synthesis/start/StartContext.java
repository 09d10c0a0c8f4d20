package lichen.synthesis.start;

import java.util.random.RandomGenerator;
import lichen.core.image.Image;
import lichen.core.image.ImageSource;
import lichen.core.image.Size;

/**
 * What a start image is made for and from.
 *
 * @param size the extents of the image to make
 * @param target the photograph whose texture is learned
 * @param random the stream of random numbers to draw from
 * @param images where images named by the user come from
 */
public record StartContext(Size size, Image target, RandomGenerator random, ImageSource images) {}
