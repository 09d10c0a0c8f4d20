/** Tests of planes and their transforms against sums written out. */
@NullMarked
package lichen.app.quality.plane;

import org.jspecify.annotations.NullMarked;
