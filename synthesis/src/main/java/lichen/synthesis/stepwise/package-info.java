/** What methods that optimise nothing have in common: an image in the making. */
@NullMarked
package lichen.synthesis.stepwise;

import org.jspecify.annotations.NullMarked;
