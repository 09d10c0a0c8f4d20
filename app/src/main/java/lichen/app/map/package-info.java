/**
 * Drawings of patches laid out in the plane, with the patches themselves as markers: as a picture, as SVG, and as a part of a
 * report that zooms. Knows patches as small images with a name and a source; nothing about where their places come from.
 */
@NullMarked
package lichen.app.map;

import org.jspecify.annotations.NullMarked;
