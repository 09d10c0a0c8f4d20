package lichen.app.cli.benchmark;

import java.util.OptionalLong;

/** Something that is timed, with everything prepared that is prepared once. */
interface Racer extends AutoCloseable {
    /** The loss. This is what is timed. */
    double run();

    /** The memory that the process holds that runs it. */
    default OptionalLong residentMebibytes() {
        return ResidentMemory.mebibytes(ProcessHandle.current().pid());
    }

    /** Releases native memory. */
    @Override
    void close();
}
