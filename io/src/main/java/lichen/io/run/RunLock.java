package lichen.io.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * That only one process writes a run, and those that it has asked to make parts of it. The operating system holds the locks: a process
 * that was killed holds none, whatever file it left behind.
 */
final class RunLock implements Closeable {
    private static final String WRITER = ".lock";
    private static final String WORKERS = ".workers";

    /** Longer than an evaluation, after which workers whose writer was killed end. */
    private static final long PATIENCE_MILLISECONDS = 60_000;

    private static final long PAUSE_MILLISECONDS = 50;

    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock, and waits for the end of workers that were left alone.
     *
     * @throws RunException if a process has it, or if such a worker does not end
     */
    static RunLock of(Path folder) throws IOException {
        Path file = folder.resolve(WRITER);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lock(channel, false) == null) {
                throw new RunException(folder + ": process " + holder(file)
                        + " is writing this run; wait for its end, or choose another --name");
            }
            awaitWorkers(folder);
            channel.truncate(0);
            String pid = Long.toString(ProcessHandle.current().pid());
            channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
            return new RunLock(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Takes a worker's part of the lock, which any number of workers have at the same time, but no new writer. */
    static RunLock ofWorker(Path folder) throws IOException {
        FileChannel channel = FileChannel.open(
                folder.resolve(WORKERS), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (lock(channel, true) == null) {
            channel.close();
            throw new RunException(folder + ": another process is about to write this run");
        }
        return new RunLock(channel);
    }

    private static void awaitWorkers(Path folder) throws IOException {
        Path file = folder.resolve(WORKERS);
        if (!Files.exists(file)) {
            return;
        }
        long start = System.nanoTime();
        try (FileChannel workers = FileChannel.open(file, StandardOpenOption.WRITE)) {
            while (lock(workers, false) == null) {
                if (System.nanoTime() - start > PATIENCE_MILLISECONDS * 1_000_000) {
                    throw new RunException(folder
                            + ": a process that made parts of this run is still at work; try again when it has ended");
                }
                pause();
            }
        }
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the workers of a run", e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel, boolean shared) throws IOException {
        try {
            return channel.tryLock(0, Long.MAX_VALUE, shared);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** The number of the process that has the lock, as it wrote it; Windows lets nobody read that. */
    private static String holder(Path file) {
        try {
            String pid = Files.readString(file, StandardCharsets.US_ASCII);
            return pid.matches("[0-9]+") ? pid : "another";
        } catch (IOException e) {
            return "another";
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
