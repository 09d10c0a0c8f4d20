/**
 * From a network as data to a fast program for images of one size: buffers allocated beforehand, image gradient only,
 * nothing above the last tap computed. Knows nothing about where networks come from.
 */
@NullMarked
package lichen.model.program;

import org.jspecify.annotations.NullMarked;
