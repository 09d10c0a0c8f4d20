/** Tests of reading and writing images, with files that are made on the spot. */
@NullMarked
package lichen.io.image;

import org.jspecify.annotations.NullMarked;
