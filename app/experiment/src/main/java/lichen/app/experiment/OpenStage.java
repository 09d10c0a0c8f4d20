package lichen.app.experiment;

import lichen.core.tensor.TensorScope;
import lichen.synthesis.objective.ObjectiveRounds;

/**
 * A stage with its buffers.
 *
 * @param coordinates of its image
 * @param objectives over the pixels of its image, in its rounds
 * @param scope the owner of the buffers
 */
record OpenStage(Coordinates coordinates, ObjectiveRounds objectives, TensorScope scope) implements AutoCloseable {
    @Override
    public void close() {
        scope.close();
    }
}
