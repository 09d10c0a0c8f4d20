package lichen.app.experiment.trial;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Lets all trials at work hear that they are to stop, those too that begin later. */
final class Interruptions {
    private final Set<Ear> ears = new LinkedHashSet<>();
    private boolean heard;

    /** What one trial wants to be called for; it may change its mind. */
    final class Ear implements Consumer<Runnable>, AutoCloseable {
        private Runnable stop = () -> {};

        @Override
        public void accept(Runnable action) {
            synchronized (Interruptions.this) {
                stop = action;
                if (heard) {
                    action.run();
                }
            }
        }

        /** The trial has ended. */
        @Override
        public void close() {
            synchronized (Interruptions.this) {
                ears.remove(this);
            }
        }
    }

    /** For a trial that begins. */
    synchronized Ear open() {
        Ear ear = new Ear();
        ears.add(ear);
        return ear;
    }

    /** Stops all. */
    synchronized void hear() {
        heard = true;
        ears.forEach(ear -> ear.stop.run());
    }

    synchronized boolean isHeard() {
        return heard;
    }
}
