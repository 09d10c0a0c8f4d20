/** Tests of scoring, and the texture that measures and controls are tried on. */
@NullMarked
package lichen.app.quality;

import org.jspecify.annotations.NullMarked;
