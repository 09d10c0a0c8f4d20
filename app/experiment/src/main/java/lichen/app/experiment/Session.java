package lichen.app.experiment;

import java.util.function.Consumer;
import lichen.io.image.ImageCodec;
import lichen.io.run.RunDirectory;

/**
 * What a running task writes to, and who may interrupt it.
 *
 * @param run the run's folder
 * @param images writes images
 * @param progress tells the user how far it is
 * @param interruption is given what to call when the user interrupts
 * @param resumable whether anyone can go on with the run later: only then is its state saved
 */
public record Session(
        RunDirectory run,
        ImageCodec images,
        ProgressDisplay progress,
        Consumer<Runnable> interruption,
        boolean resumable) {
    /** The same for a part of the run. */
    Session part(RunDirectory folder, Consumer<Runnable> interruptionOfPart) {
        return new Session(folder, images, progress, interruptionOfPart, resumable);
    }
}
