package lichen.core.tensor;

import java.util.stream.IntStream;
import lichen.core.check.Require;

/**
 * Work on the host that is dealt out to the processors: a range of equal pieces, in runs of neighbours, since these share
 * cache lines. Each worker may have memory of its own, by its number.
 */
public final class HostWork {
    private static final long WORTH_SHARING = 1 << 16;

    private final int pieces;
    private final int workers;

    private HostWork(int pieces, int workers) {
        this.pieces = Require.atLeast(1, "pieces", pieces);
        this.workers = Math.min(pieces, workers);
    }

    /** Work of so many pieces, counted from 0. */
    public static HostWork of(int pieces) {
        return new HostWork(pieces, Runtime.getRuntime().availableProcessors());
    }

    /** Work of so many pieces, each of which moves so many numbers: little of it is done by one worker, with whom nobody has to wait. */
    static HostWork moving(int pieces, long numbers) {
        return pieces * numbers < WORTH_SHARING ? new HostWork(pieces, 1) : of(pieces);
    }

    /** How many pieces there are. */
    int pieces() {
        return pieces;
    }

    /** How many workers share it. */
    public int workers() {
        return workers;
    }

    /** Does all pieces; returns when the last is done. The order is undefined, so no piece may depend on another. */
    public void run(Piece piece) {
        if (workers == 1) {
            run(piece, 0);
        } else {
            IntStream.range(0, workers).parallel().forEach(worker -> run(piece, worker));
        }
    }

    private void run(Piece piece, int worker) {
        int end = (int) ((long) pieces * (worker + 1) / workers);
        for (int i = (int) ((long) pieces * worker / workers); i < end; i++) {
            piece.run(worker, i);
        }
    }

    /** What is done with a piece. */
    @FunctionalInterface
    public interface Piece {
        /**
         * Does it.
         *
         * @param worker who does it; its pieces come one after the other
         * @param piece which one
         */
        void run(int worker, int piece);
    }
}
