/**
 * The reference system's figures and the atlas of a layer, as experiments: their parts are syntheses, and what is drawn
 * comes from the folders of the parts. Drawing itself is in {@code lichen.app.experiment.drawing}. Knows nothing of commands and
 * reports' HTML.
 */
@NullMarked
package lichen.app.experiment.figure;

import org.jspecify.annotations.NullMarked;
