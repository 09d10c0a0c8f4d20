/**
 * Image quilting: a texture laid out of blocks of the photograph, without statistics and without optimisation. The
 * weight-free method to compare others with. Knows images only; nothing about networks, objectives and files.
 */
@NullMarked
package lichen.synthesis.quilting;

import org.jspecify.annotations.NullMarked;
