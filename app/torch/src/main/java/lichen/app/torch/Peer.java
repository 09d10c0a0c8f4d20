package lichen.app.torch;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import org.bytedeco.javacpp.PointerScope;

/**
 * Does what the benchmark asks on standard input, big-endian: a job, then a byte for each thing to be done until the end of the stream.
 * Answers go to standard output. {@code r} runs once and answers with the loss, a double; {@code g} answers with the latest gradient of the
 * image, how many numbers it has and a float for each. How many threads there are says {@code OMP_NUM_THREADS}.
 */
public final class Peer {
    private Peer() {}

    /**
     * Works until the end of standard input.
     *
     * @param arguments {@code channels-last} for libtorch's faster layout on processors; none for the one that it has by itself
     */
    public static void main(String[] arguments) throws IOException {
        boolean channelsLast = arguments.length == 1 && arguments[0].equals("channels-last");
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out))) {
            Work work = Job.read(in).open(new Layout(channelsLast));
            while (true) {
                switch (in.readByte()) {
                    case 'r' -> out.writeDouble(run(work));
                    case 'g' -> {
                        float[] gradient = work.gradient();
                        out.writeInt(gradient.length);
                        for (float number : gradient) {
                            out.writeFloat(number);
                        }
                    }
                    default -> throw new IOException("asked for what it does not know");
                }
                out.flush();
            }
        } catch (EOFException e) { // nothing is left to be done
            return;
        }
    }

    /** Frees what a run has made on its way. */
    private static double run(Work work) {
        PointerScope passing = new PointerScope();
        try {
            return work.run();
        } finally {
            passing.close();
        }
    }
}
