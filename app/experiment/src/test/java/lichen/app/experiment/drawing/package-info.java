/** Tests of pictures made of pictures and words. */
@NullMarked
package lichen.app.experiment.drawing;

import org.jspecify.annotations.NullMarked;
