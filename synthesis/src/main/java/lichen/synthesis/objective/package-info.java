/** What is minimised: terms of a loss on the feature maps of an image, and their sum. */
@NullMarked
package lichen.synthesis.objective;

import org.jspecify.annotations.NullMarked;
