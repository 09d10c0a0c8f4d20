/**
 * Methods compared on the same photographs: the images are parts of a run, their scores and everything drawn from them comes
 * from the folders of the parts. Knows experiments, measures and controls; nothing about how an image is made or measured.
 */
@NullMarked
package lichen.app.experiment.comparison;

import org.jspecify.annotations.NullMarked;
