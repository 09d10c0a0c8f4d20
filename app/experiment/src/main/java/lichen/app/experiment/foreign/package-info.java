/**
 * Images that other programs have made, as a method of a comparison: which file is the image of which photograph, and what an image
 * tells of where it is from. Knows nothing of measures and tables.
 */
@NullMarked
package lichen.app.experiment.foreign;

import org.jspecify.annotations.NullMarked;
