package lichen.app.experiment;

import java.util.List;
import java.util.function.Consumer;
import lichen.io.image.ImageCodec;
import lichen.io.run.RunDirectory;

/**
 * What a running task writes to, who may interrupt it, and what it runs in.
 *
 * @param run the run's folder
 * @param images writes images
 * @param progress tells the user how far it is
 * @param interruption is given what to call when the user interrupts
 * @param resumable whether anyone can go on with the run later: only then is its state saved
 * @param surroundings what can change the result besides the experiment
 * @param milestone is told when a part of the run has ended, for those who look at it meanwhile; cheap
 */
public record Session(
        RunDirectory run,
        ImageCodec images,
        ProgressDisplay progress,
        Consumer<Runnable> interruption,
        boolean resumable,
        Surroundings surroundings,
        Runnable milestone) {
    /** With nobody who looks at it meanwhile. */
    public Session(
            RunDirectory run,
            ImageCodec images,
            ProgressDisplay progress,
            Consumer<Runnable> interruption,
            boolean resumable,
            Surroundings surroundings) {
        this(run, images, progress, interruption, resumable, surroundings, () -> {});
    }

    /** On the processor and without plug-ins. */
    public Session(
            RunDirectory run,
            ImageCodec images,
            ProgressDisplay progress,
            Consumer<Runnable> interruption,
            boolean resumable) {
        this(run, images, progress, interruption, resumable, Surroundings.of("cpu", List.of()));
    }

    /** The same for a part of the run. */
    public Session part(RunDirectory folder, Consumer<Runnable> interruptionOfPart) {
        return new Session(folder, images, progress, interruptionOfPart, resumable, surroundings);
    }
}
