/** Tests of filling: stripes go on across a hole, objects keep their contours, and what is known stays. */
@NullMarked
package lichen.synthesis.filling;

import org.jspecify.annotations.NullMarked;
