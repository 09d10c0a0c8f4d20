/**
 * Networks in training: whatever gives an image of the size that it is given learns to reconstruct images, by a {@link
 * lichen.model.program.Program}. Knows no files, no photographs and no experiment: batches come from a {@link
 * lichen.model.train.BatchSource}, a state goes out as arrays.
 */
@NullMarked
package lichen.model.train;

import org.jspecify.annotations.NullMarked;
