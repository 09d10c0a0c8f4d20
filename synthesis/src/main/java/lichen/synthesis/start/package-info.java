/** Where it starts: the first image. */
@NullMarked
package lichen.synthesis.start;

import org.jspecify.annotations.NullMarked;
