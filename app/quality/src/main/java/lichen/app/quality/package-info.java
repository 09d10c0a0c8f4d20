/**
 * Measures of how good an image of a texture is: quality against another part of the photograph, copying, diversity and
 * artefacts, each a variant of one family. Knows images and photographs, nothing about how an image was made, about
 * experiments or commands.
 */
@NullMarked
package lichen.app.quality;

import org.jspecify.annotations.NullMarked;
