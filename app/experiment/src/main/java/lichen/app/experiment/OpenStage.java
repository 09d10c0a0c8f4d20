package lichen.app.experiment;

import java.io.IOException;
import java.util.List;
import lichen.core.diff.Differentiable;
import lichen.core.optimizer.Objective;
import lichen.core.tensor.TensorScope;
import lichen.synthesis.objective.LayerDistance;
import lichen.synthesis.objective.MappedObjective;
import lichen.synthesis.objective.ObjectiveRounds;
import lichen.synthesis.parameterization.Coordinates;

/**
 * A stage with its buffers.
 *
 * @param coordinates of its image
 * @param objectives over the pixels of its image, in its rounds
 * @param moves of its image
 * @param coordinateScope the owner of the buffers of the coordinates
 * @param scope the owner of all other buffers
 */
record OpenStage(
        Coordinates coordinates,
        ObjectiveRounds objectives,
        Moves moves,
        TensorScope coordinateScope,
        TensorScope scope)
        implements AutoCloseable {
    /** How the image is moved about before it is looked at. */
    @FunctionalInterface
    interface Moves {
        /** The moves from an evaluation on: so many were made before. */
        Differentiable<double[], double[]> after(int evaluations);
    }

    /**
     * The objective over the parameters of the image.
     *
     * @param round of the stage
     * @param evaluations how many were made before, so that a resumed run sees what it would have seen
     */
    Objective objective(int round, int evaluations) throws IOException {
        return new MappedObjective(coordinates.map(), ofPixels(round, evaluations));
    }

    /** The objective over the pixels of the image. */
    Objective ofPixels(int round, int evaluations) throws IOException {
        return new MappedObjective(moves.after(evaluations), objectives.at(round));
    }

    /** How far an image is from what the objective asks, layer by layer, in the present round. */
    List<LayerDistance> distances(double[] point) {
        double[] pixels = coordinates.map().at(point).value();
        return objectives.distances(moves.after(0).at(pixels).value());
    }

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
