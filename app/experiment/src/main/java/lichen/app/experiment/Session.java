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
 * @param workforce makes the parts of a run that consists of several experiments
 * @param milestone is told when a part of the run has ended, for those who look at it meanwhile; cheap
 */
public record Session(
        RunDirectory run,
        ImageCodec images,
        ProgressDisplay progress,
        Consumer<Runnable> interruption,
        boolean resumable,
        Surroundings surroundings,
        Workforce workforce,
        Runnable milestone) {
    /** On the processor, in this process and without plug-ins, with nobody who looks at it meanwhile. */
    public Session(
            RunDirectory run,
            ImageCodec images,
            ProgressDisplay progress,
            Consumer<Runnable> interruption,
            boolean resumable) {
        this(
                run,
                images,
                progress,
                interruption,
                resumable,
                Surroundings.of("cpu", List.of()),
                new ThisProcess(),
                () -> {});
    }

    /** The same for a part of the run. */
    public Session part(RunDirectory folder, ProgressDisplay progressOfPart, Consumer<Runnable> interruptionOfPart) {
        return new Session(
                folder, images, progressOfPart, interruptionOfPart, resumable, surroundings, workforce, () -> {});
    }

    /** The same with what shows the progress in another way. */
    public Session with(ProgressDisplay other) {
        return new Session(run, images, other, interruption, resumable, surroundings, workforce, milestone);
    }
}
