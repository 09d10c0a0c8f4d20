/**
 * Maps of textures: patches of photographs laid out in the plane by what a descriptor says of them, with the patches
 * themselves as markers, as a picture, as SVG, and as a part of a report that zooms. Knows nothing about how data sets are
 * cut, networks compute, or layouts are found.
 */
@NullMarked
package lichen.app.experiment.map;

import org.jspecify.annotations.NullMarked;
