/**
 * Photographs and pictures: files to images and back. Pixels are sRGB values divided by their largest, in [0,1], as they
 * stand in the file; nothing is made linear.
 *
 * <p>A file is not trusted: its extents are checked before anything is decoded, and every fault is one line that names
 * the file. Knows nothing about experiments, networks or runs.
 */
@NullMarked
package lichen.io.image;

import org.jspecify.annotations.NullMarked;
