/**
 * Statistics of feature maps, and distances between them. A descriptor forgets where things are and keeps what they are
 * like; an image whose descriptor equals a photograph's should have its texture. Knows nothing about networks or files.
 */
@NullMarked
package lichen.descriptor;

import org.jspecify.annotations.NullMarked;
