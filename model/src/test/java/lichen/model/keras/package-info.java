/** Tests of the Keras reader against small files, sound and damaged, written by {@link KerasModelFile}. */
@NullMarked
package lichen.model.keras;

import org.jspecify.annotations.NullMarked;
