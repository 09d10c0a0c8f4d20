/**
 * The reference system's figures: pictures of pictures, and the experiments that make them. Drawing is plain Java 2D; what is
 * drawn comes from the parts of a run. Knows nothing of commands and reports' HTML.
 */
@NullMarked
package lichen.app.figure;

import org.jspecify.annotations.NullMarked;
