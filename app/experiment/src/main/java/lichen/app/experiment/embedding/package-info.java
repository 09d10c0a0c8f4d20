/**
 * Layouts of descriptor vectors in the plane, so that a researcher sees what a descriptor holds to be alike; and numbers
 * that say how far such a layout, or the vectors themselves, keep the sources apart. Knows vectors and names of sources,
 * nothing about images, networks or files.
 */
@NullMarked
package lichen.app.experiment.embedding;

import org.jspecify.annotations.NullMarked;
