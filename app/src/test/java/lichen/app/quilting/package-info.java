/** Tests of image quilting as an experiment. */
@NullMarked
package lichen.app.quilting;

import org.jspecify.annotations.NullMarked;
