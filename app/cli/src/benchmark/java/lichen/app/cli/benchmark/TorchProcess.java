package lichen.app.cli.benchmark;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** A process that does one job of libtorch's as often as it is asked to; how to ask says {@code lichen.app.torch.Peer}. */
final class TorchProcess implements Contender.Evaluation {
    private final Process process;
    private final DataOutputStream out;
    private final DataInputStream in;

    TorchProcess(boolean isAtItsBest, TorchJob job) {
        try {
            process = start(isAtItsBest);
            out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
            in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
            job.to(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process start(boolean isAtItsBest) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-cp",
                System.getProperty("lichen.torch", ""),
                "lichen.app.torch.Peer"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeIf(name -> name.startsWith("MALLOC_") || name.startsWith("GOMP_"));
        if (isAtItsBest) {
            command.add("channels-last");
            builder.environment().put("MALLOC_ARENA_MAX", "1");
            builder.environment().put("MALLOC_MMAP_MAX_", "0");
            builder.environment().put("MALLOC_TRIM_THRESHOLD_", "8000000000");
        }
        return builder.start();
    }

    @Override
    public double run() {
        try {
            ask('r');
            return in.readDouble();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ask(char wish) throws IOException {
        out.writeByte(wish);
        out.flush();
    }

    @Override
    public float[] gradient() {
        try {
            ask('g');
            float[] gradient = new float[in.readInt()];
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = in.readFloat();
            }
            return gradient;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public OptionalLong residentMebibytes() {
        return ResidentMemory.mebibytes(process.pid());
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
