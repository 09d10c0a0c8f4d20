/**
 * Fills holes of photographs with pieces of the rest of them, without statistics and without weights. Knows images and their missing
 * pixels; nothing about networks or losses.
 */
@NullMarked
package lichen.synthesis.filling;

import org.jspecify.annotations.NullMarked;
