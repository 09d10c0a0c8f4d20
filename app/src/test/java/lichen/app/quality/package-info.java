/** Tests of the measures: images whose numbers are known, and the kit that every measure passes. */
@NullMarked
package lichen.app.quality;

import org.jspecify.annotations.NullMarked;
