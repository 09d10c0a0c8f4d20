/** Tests of planes and their transforms against sums written out. */
@NullMarked
package lichen.app.plane;

import org.jspecify.annotations.NullMarked;
