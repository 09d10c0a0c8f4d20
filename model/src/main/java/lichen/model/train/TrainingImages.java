package lichen.model.train;

import java.util.Optional;

/**
 * What a network learns from and is judged by.
 *
 * @param training the batches of each epoch; one that is not full is left out
 * @param batches how many full ones an epoch has
 * @param validation images that it does not learn from, the same in each epoch: epoch 0 is what is read
 */
public record TrainingImages(BatchSource training, int batches, Optional<BatchSource> validation) {}
