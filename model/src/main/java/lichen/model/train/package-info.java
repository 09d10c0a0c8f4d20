/**
 * Networks in training: a network of {@link lichen.model.spec.Fcn} learns to reconstruct images, by a program of kernels over
 * buffers that exist. Deeplearning4j defines and initialises the network; nothing else of it runs here. Knows no files, no
 * photographs and no experiment: batches come from a {@link lichen.model.train.BatchSource}, a state goes out as arrays.
 */
@NullMarked
package lichen.model.train;

import org.jspecify.annotations.NullMarked;
