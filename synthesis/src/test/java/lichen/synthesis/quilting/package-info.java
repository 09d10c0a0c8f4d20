/** Tests of quilting: cuts against all cuts there are, blocks against all blocks there are. */
@NullMarked
package lichen.synthesis.quilting;

import org.jspecify.annotations.NullMarked;
