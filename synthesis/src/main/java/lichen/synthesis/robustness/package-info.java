/**
 * Random views of an image, shifted, scaled and turned, so that what an optimiser makes must hold for all of them. Knows
 * numbers and sizes; nothing about losses or networks.
 */
@NullMarked
package lichen.synthesis.robustness;

import org.jspecify.annotations.NullMarked;
