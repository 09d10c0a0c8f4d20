package lichen.app.experiment.training;

import java.io.IOException;
import lichen.core.image.Image;
import lichen.io.data.DataSet;
import lichen.model.train.Reconstruction;

/**
 * What can be seen of a training from outside.
 *
 * @param program the network at work
 * @param patches what is shown of it
 * @param mostSteps how many steps there are at most
 * @param output how often to look
 */
record TrainingCourse(Reconstruction program, Strip patches, long mostSteps, TrainingOutput output) {
    static TrainingCourse of(TrainingExperiment experiment, Reconstruction program, DataSet set) throws IOException {
        int batches = set.training().size() / experiment.batch();
        long most = experiment.training().stop().rule(batches).evaluations();
        Strip patches = Strip.of(set, experiment.output().strip());
        return new TrainingCourse(program, patches, most, experiment.output());
    }

    /** The patches above what the network makes of them now. */
    Image strip() {
        return patches.draw(program);
    }
}
