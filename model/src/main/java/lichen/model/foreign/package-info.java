/**
 * What the readers of other programs' networks share: how the image is scaled for them, how their layers become a graph, and how
 * what cannot be read is told. Knows no format.
 */
@NullMarked
package lichen.model.foreign;

import org.jspecify.annotations.NullMarked;
