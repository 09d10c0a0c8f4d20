/** Tests of maps of textures: that drawings show what they should, and that runs of them are complete. */
@NullMarked
package lichen.app.experiment.map;

import org.jspecify.annotations.NullMarked;
