package lichen.app.experiment;

import lichen.core.tensor.TensorScope;
import lichen.synthesis.objective.ObjectiveRounds;
import lichen.synthesis.parameterization.Coordinates;

/**
 * A stage with its buffers.
 *
 * @param coordinates of its image
 * @param objectives over the pixels of its image, in its rounds
 * @param coordinateScope the owner of the buffers of the coordinates
 * @param scope the owner of all other buffers
 */
record OpenStage(Coordinates coordinates, ObjectiveRounds objectives, TensorScope coordinateScope, TensorScope scope)
        implements AutoCloseable {
    /** Frees all but the coordinates, from which the next stage begins. */
    void leave() {
        scope.close();
    }

    @Override
    public void close() {
        scope.close();
        coordinateScope.close();
    }
}
