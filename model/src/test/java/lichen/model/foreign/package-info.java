/** Tests of what the readers of other programs' networks share. */
@NullMarked
package lichen.model.foreign;

import org.jspecify.annotations.NullMarked;
