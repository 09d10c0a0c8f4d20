/** Tests of the loop: when it stops, what it tells, and that a resumed run ends like one that was not interrupted. */
@NullMarked
package lichen.core.loop;

import org.jspecify.annotations.NullMarked;
